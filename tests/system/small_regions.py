"""The command line with regions of one row of tiles, which counts predicted tiles in a file.

The file is named by the variable ``COUNTED``: a byte per tile, written before the tile is predicted.
"""

import os
import sys
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[2])

from core import cli
from core.inference import regions
from core.inference.predictor import Predictor


def main():
    regions.LEAST_PIXELS = regions.MOST_PIXELS = 1
    predict = Predictor.predict
    counted = os.open(os.environ["COUNTED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    pause = float(os.environ.get("PAUSE", "0"))

    def counting(self, values, valid):
        os.write(counted, b"x" * len(values))
        time.sleep(pause)
        return predict(self, values, valid)

    Predictor.predict = counting
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
