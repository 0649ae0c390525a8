"""How the stages of a run are carried out: workers, runners, counts, progress."""
