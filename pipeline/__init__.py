"""Claims, who makes them, and where sources conflict: from a folder of news articles to JSONL."""

import os

__version__ = "0.1.0"

# The parse multiplies many small matrices. A second BLAS thread gains nothing on them, and on a busy machine the
# threads wait for each other a hundred times as long as they work. It counts only before numpy is imported, so it
# stands here, where every process passes first; a value that the user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
