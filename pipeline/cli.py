"""The command line: parse, call, print."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from pipeline import __version__
from pipeline.errors import ConfigError, PipelineError

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.records import Run

FAILED = 1
WITH_REJECTS = 3
TERMINATED = 128 + signal.SIGTERM
EXIT_CODES = (
    "Exit codes: 0 everything was read; 3 finished with rejects (rejects.jsonl says why, and what mends it); "
    "2 wrong use or configuration; 1 failed, and the earlier files are as they were."
)


class Commands(TyperGroup):
    """The commands; an error that the user can mend ends each of them in lines on standard error and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            _fail(error.problems, error.exit_code)
        except PipelineError as error:
            _fail([str(error)], error.exit_code)
        except BrokenPipeError:
            raise
        except OSError as error:
            _fail([f"{error.filename or 'the output'}: {error.strerror}"], FAILED)


app = typer.Typer(
    cls=Commands,
    help="From a folder of news articles to checkable claims, who makes them, and where sources conflict. Offline.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .md, .jsonl), folders (with all below them), or - for JSON Lines on standard input. "
        "By default the configuration's inputs, or seeds/ where there is one. Example: articles/ more.jsonl",
        show_default=False,
    ),
]
Out = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="The folder of the output files (outputs/ by default). Example: --out results"),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings as TOML (pipeline.toml of this folder by default); flags go over it. Example: --config my.toml",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed English spaCy pipeline. Example: --model en_core_web_trf"),
]
Workers = Annotated[
    str | None,
    typer.Option(metavar="N", help="Processes that parse (1 by default). Same output, less time. Example: --workers 4"),
]
Limit = Annotated[str | None, typer.Option(metavar="N", help="Read at most so many documents. Example: --limit 100")]
AnyLanguage = Annotated[
    bool,
    typer.Option("--any-language", help="Process text that is not English, too. Example: --any-language"),
]
NoTuning = Annotated[
    bool,
    typer.Option("--no-tuning", help="Run spaCy as it comes: the same output, slower. Example: --no-tuning"),
]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option(
        "--gazetteer", metavar="FILE", help="Names of your own; can be repeated. Example: --gazetteer people.jsonl"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress. Example: --quiet")]
Json = Annotated[
    bool, typer.Option("--json", help="Print run.json instead of the summary. Example: --json | jq .claims")
]


def _print_version(wanted: bool) -> None:
    """Print the version and end, where it is asked for."""
    if wanted:
        typer.echo(f"claim-pipeline {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version. Example: pipeline --version"
        ),
    ] = False,
) -> None:
    """What stands before any command."""


@app.command(
    "segment",
    epilog=EXIT_CODES,
    help="The first stage alone: read articles, and write documents, segments and rejects.\n\n"
    "The stages after it go on with the same settings. Example: pipeline segment articles/ --out results",
)
@app.command(
    "run",
    epilog=EXIT_CODES,
    help="The main job: read articles, and write all files, from documents to conflicts.\n\n"
    "Example: pipeline run articles/ --out results --workers 2",
)
def read_command(
    ctx: typer.Context,
    inputs: Inputs = None,
    out: Out = None,
    config: ConfigFile = None,
    model: Model = None,
    workers: Workers = None,
    limit: Limit = None,
    any_language: AnyLanguage = False,
    no_tuning: NoTuning = False,
    gazetteer: Gazetteers = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """The commands that read articles. What is not given is None, so that the configuration file's setting stands."""
    flags: dict[str, object] = {
        "inputs": tuple(inputs) if inputs else None,
        "out": out,
        "model": model,
        "workers": workers,
        "limit": limit,
        "any_language": any_language or None,
        "tuned": False if no_tuning else None,
        "gazetteers": tuple(gazetteer) if gazetteer else None,
    }
    _work(str(ctx.command.name), config, flags, quiet, json)


@app.command(
    "extract",
    epilog=EXIT_CODES,
    help="The third stage alone: add attributions and claims.\n\nExample: pipeline extract --out results",
)
@app.command(
    "tag",
    epilog=EXIT_CODES,
    help="The second stage alone: add entities, and speakers to segments.\n\nExample: pipeline tag --out results",
)
def continue_command(
    ctx: typer.Context, out: Out = None, workers: Workers = None, quiet: Quiet = False, json: Json = False
) -> None:
    """The commands that parse the documents of an output folder again."""
    _work(str(ctx.command.name), None, {"out": out, "workers": workers}, quiet, json)


@app.command("compare", epilog=EXIT_CODES)
def compare_command(out: Out = None, quiet: Quiet = False, json: Json = False) -> None:
    """The last stage alone: add conflicts and corroborations.

    Example: pipeline compare --out results
    """
    _work("compare", None, {"out": out}, quiet, json)


@app.command("schema")
def schema_command(
    record: Annotated[
        str | None, typer.Argument(metavar="RECORD", help="One file or record type. Example: claims")
    ] = None,
) -> None:
    """Print the JSON Schema of the lines of one output file, or of all.

    Example: pipeline schema conflicts
    """
    import msgspec

    from pipeline.store.schema import schema

    typer.echo(msgspec.json.format(msgspec.json.encode(schema(record)), indent=2))


@app.command("explain")
def explain_command(
    record_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim, conflict or corroboration, or the beginning of its id.")
    ],
    out: Out = None,
) -> None:
    """Show one claim, conflict or corroboration: the quotes in context, and the steps that led to it.

    Example: pipeline explain x-1f0c --out results
    """
    from pipeline.report.explain import explain
    from pipeline.settings import settings

    folder = Path(settings(None, reads_inputs=False, out=out).out)
    for line in explain(record_id, folder):
        typer.echo(line)


def main() -> None:
    """The entry point: also when the process is asked to end, no worker and no half-written file is left."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    app(prog_name="pipeline")


def _work(command: str, file: Path | None, flags: dict[str, object], quiet: bool, json: bool) -> None:
    """Do a command, show its progress on standard error, print what it says of itself, end with its exit code."""
    from rich.console import Console

    from pipeline.engine.progress import reporter
    from pipeline.settings import settings

    config = settings(file, reads_inputs=command in ("run", "segment"), **flags)
    console = Console(stderr=True)
    _log_to(console, quiet)
    from pipeline import run  # wrong settings are told before what works is imported

    with reporter(console, quiet) as progress:
        result = run.run(config, progress) if command == "run" else run.step(command, config, progress)
    _print(result, Path(config.out), json)
    raise typer.Exit(WITH_REJECTS if result.rejects else 0)


def _print(result: Run, folder: Path, json: bool) -> None:
    """Print the summary of a run, or its run.json."""
    from pipeline.report.summary import summary
    from pipeline.store.outputs import RUN

    if json:
        typer.echo((folder / RUN).read_text(encoding="utf-8"), nl=False)
    else:
        for line in summary(result, folder):
            typer.echo(line)


def _log_to(console: Console, quiet: bool) -> None:
    """Log lines go to standard error: all of them to a file or a pipe, warnings alone beside a progress bar."""
    from pipeline.engine.progress import handler

    logger = logging.getLogger("pipeline")
    logger.handlers = [handler(console)]
    logger.propagate = False
    logger.setLevel(logging.WARNING if quiet or console.is_terminal else logging.INFO)


def _fail(problems: list[str], code: int) -> NoReturn:
    """End with a line on standard error for each problem."""
    from pipeline.text.terminal import safe

    for problem in problems:
        typer.echo(f"error: {safe(problem)}", err=True)
    raise typer.Exit(code)
