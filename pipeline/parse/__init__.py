"""The one spaCy parse of each document that all other stages share."""

from pipeline.parse.model import load_model, model_version
from pipeline.parse.step import make

__all__ = ["load_model", "make", "model_version"]
