"""The real cloud beside the project, seen from outside: its processes, its database, its Tempest."""
import configparser
import os
import subprocess
import sys
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def processes():
    """Fields of /proc/PID/stat by process id, those after the command's name: see proc(5)."""
    found = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                with open(f"/proc/{entry.name}/stat") as stat:
                    found[int(entry.name)] = stat.read().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                pass  # It ended meanwhile.
    return {pid: Process(fields) for pid, fields in found.items()}


class Process:
    def __init__(self, fields):
        self.parent, self.group, self.session = (int(fields[n]) for n in (1, 2, 3))
        self.ticks = sum(int(fields[n]) for n in (11, 12, 13, 14))  # Own and of children that ended.
        self.resident = int(fields[21]) * PAGE


def resident_of_sessions_of(child):
    """Bytes of all processes in the sessions that this child, or a child of it, leads."""
    seen = processes()
    leaders = {pid for pid, it in seen.items() if it.session == pid and child in (pid, it.parent)}
    return sum(it.resident for it in seen.values() if it.session in leaders)


class Devcloud:
    def __init__(self, top):
        self.tools = top.parent / "shared" / "devcloud"
        self.home = Path(os.environ.get("DEVCLOUD_HOME", "/var/lib/devcloud"))
        self.tempest = self.home / "tempest"
        if not (self.tools / "tempest").exists():
            sys.exit("compare: no ../shared/devcloud beside the project: there is no real cloud and no Tempest to compare on")
        if not Path("/usr/bin/time").exists():
            sys.exit("compare: no /usr/bin/time: run ../shared/devcloud/devcloud install")
        if not self.daemons() & processes().keys():
            sys.exit(f"compare: no cloud is up in {self.home}: run ../shared/devcloud/devcloud up")

    def daemons(self):
        return {int(file.read_text()) for file in (self.home / "run").glob("*.pid") if file.read_text().strip()}

    def cpu(self):
        """Seconds of CPU of the daemons and all that descends from them, so far."""
        seen, roots = processes(), self.daemons()
        ours = {pid for pid, it in seen.items() if {pid, it.group, it.session} & roots}
        more = ours
        while more:
            more = {pid for pid, it in seen.items() if it.parent in more} - ours
            ours |= more
        return sum(seen[pid].ticks for pid in ours) / TICKS

    def idle(self, seconds):
        """Seconds of CPU a second."""
        before, began = self.cpu(), time.monotonic()
        time.sleep(seconds)
        return (self.cpu() - before) / (time.monotonic() - began)

    def servers(self):
        """All instances there ever were, of Tempest's projects and of those of clouds.yaml: nova keeps the deleted."""
        query = """select count(project.id), count(*) - count(project.id) from (
                     select project_id from nova.instances union all select project_id from nova_cell0.instances) instance
                   left join keystone.project on project.id = instance.project_id
                     and project.name in ('devcloud', 'devcloud-alt')"""
        told = subprocess.run(
            ["mariadb", "--no-defaults", "-uroot", "-S", self.home / "run" / "mysqld.sock", "-N", "-e", query],
            check=True, stdout=subprocess.PIPE, text=True)
        of_users, of_tempest = map(int, told.stdout.split())
        return {"defcore": of_users, "tempest": of_tempest}

    def compute(self):
        return (self.home / "data" / "compute").read_text().strip()

    def prepare_tempest(self):
        """Each `devcloud up` writes clouds.yaml; what is older may be of another cloud."""
        known, since = self.tempest / "known.txt", (self.home / "clouds.yaml").stat().st_mtime
        if known.exists() and known.stat().st_mtime > since:
            return
        done = subprocess.run(["bash", self.tools / "tempest", "prepare"], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            sys.exit(f"compare: tempest prepare failed:\n{done.stdout[-2000:]}")

    def tempest_log(self):
        settings = configparser.ConfigParser(interpolation=None, strict=False)
        settings.read(self.tempest / "tempest.conf")
        return Path(settings["DEFAULT"]["log_file"])
