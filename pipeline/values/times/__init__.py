"""Time expressions: ``words`` the vocabulary, ``reading`` and ``lengths`` the grammar, ``resolving`` the calendar."""
