"""The command line: each command is a file here and is imported only when it is called."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import click

from dateline import __version__
from dateline.errors import DatelineError

COMMANDS = {
    "read": "Read reports: who says what, how surely; what is said to have happened.",
    "score": "Score readings against annotated reports.",
    "train": "Rebuild the shipped reader from its corpora.",
}
"""Name → one line of help, so that listing the commands imports none of them."""

_EXTRAS = {"score": "train", "train": "train"}
"""Name → the optional extra whose packages the command may need."""


class _Commands(click.Group):
    """Commands found by name as `dateline.cli.<name>.command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(f"dateline.cli.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS or not find_spec(f"dateline.cli.{cmd_name}"):
            return None
        try:
            command = import_module(f"dateline.cli.{cmd_name}").command
        except ModuleNotFoundError as missing:
            raise _missing(cmd_name, missing) from missing
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        """A missing package or an error of ours is one line, not a traceback."""
        try:
            return super().invoke(ctx)
        except DatelineError as fault:
            raise click.ClickException(str(fault)) from fault
        except ModuleNotFoundError as missing:
            raise _missing(ctx.invoked_subcommand or "", missing) from missing


def _missing(command: str, fault: ModuleNotFoundError) -> Exception:
    """One line that names the extra to install; the fault itself where it is our own."""
    extra = _EXTRAS.get(command)
    if extra is None or fault.name is None or fault.name.split(".")[0] == "dateline":
        return fault
    return click.ClickException(f"{command} needs the package {fault.name}: pip install 'dateline[{extra}]'")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Reads conflict reports and keeps who said what, through whom, how surely."""
