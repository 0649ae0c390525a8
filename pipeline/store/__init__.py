"""The output folder and the files in it."""
