"""The clouds that programs measure: simulated ones of the distribution, and real ones."""
import os
import subprocess
import sys
import time

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
DEFCORE = os.path.join(TOP, "target", "defcore", "bin", "defcore")


class Real:
    """The cloud that was named: there before the block and after it."""

    def __init__(self, chosen):
        self.name, self.clouds = chosen.os_cloud, chosen.clouds_file

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Simulated:
    """A fresh simulated cloud without delays, as long as the block lasts."""

    name = "simulated"

    def __init__(self, folder):
        self.clouds = os.path.join(folder, "clouds.yaml")

    def __enter__(self):
        with open(self.clouds + ".log", "w") as log:
            self.process = subprocess.Popen(
                [DEFCORE, "simulate", "--clouds-file", self.clouds], stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while not (os.path.exists(self.clouds) and os.path.getsize(self.clouds)):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                with open(self.clouds + ".log") as log:
                    sys.exit("the simulated cloud did not start\n" + log.read())
            time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
