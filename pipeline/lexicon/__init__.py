"""What models/ holds, one typed loader a file, checked when it is loaded."""
