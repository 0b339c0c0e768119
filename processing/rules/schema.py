"""What breaks the schema of rule packs, in words that do not need the schema."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ..i18n import tr
from ..paths import PACK_SCHEMA
from .yaml_file import Complaint, Place, RuleFile


@lru_cache(maxsize=2)
def _validator(definition: str) -> Any:
    """Return the validator of a whole file, or of what one definition of the schema describes."""
    import jsonschema

    schema = json.loads(PACK_SCHEMA.read_text(encoding="utf-8"))
    if definition:
        schema = {"$ref": f"#/definitions/{definition}", "definitions": schema["definitions"]}
    return jsonschema.Draft7Validator(schema)


def file_complaints(file: RuleFile) -> Iterator[Complaint]:
    """Complain of everything in a file that breaks the schema."""
    for error in _validator("").iter_errors(file.content):
        place = tuple(error.absolute_path)
        rule = file.content["rules"][place[1]] if len(place) > 1 and place[0] == "rules" else {}
        yield from said_of(error, place, file, rule)


def rule_errors(content: Mapping[str, Any]) -> Iterator[tuple[Place, Any]]:
    """Yield each place in a rule, merged from several files, that breaks the schema, with the error."""
    for error in _validator("rule").iter_errors(content):
        yield tuple(error.absolute_path), error


def said_of(error: Any, place: Place, file: RuleFile, rule: Any) -> Iterator[Complaint]:
    """Complain of an error at a place of a file, in a rule of this content."""
    if error.validator == "not":  # an entry that the test has no use for
        what = tr("{entry} does not belong to the test “{test}”").format(entry=place[-1], test=rule["test"])
        yield file.complaint(place, what)
        return
    for at, what in _readable(error, place, file):
        yield file.complaint(place, what, at)


def _readable(error: Any, place: Place, file: RuleFile) -> list[tuple[Place, str]]:
    """Say a schema error, each part with the place where it stands."""
    value = error.instance
    if error.validator == "additionalProperties" and isinstance(value, dict):
        known = error.schema.get("properties", {})
        return [((*place, name), _unknown(name, known, value[name])) for name in value if name not in known]
    if error.validator == "uniqueItems":
        again = [(i, item) for i, item in enumerate(value) if item in value[:i]]
        return [((*place, i), tr("“{value}” stands there twice").format(value=item)) for i, item in again]
    if "propertyNames" in error.absolute_schema_path:
        return [((*place, value), _sentence(error, str(value)))]
    written = file.words.get(place, str(value))
    return [(place, _out_of_range(error, place, written) or _sentence(error, written))]


def _unknown(name: Any, known: Any, value: Any) -> str:
    if value is None and "en" in known:
        return tr("unknown entry: {name} (in braces a comma begins a new entry; put the text in quotes)").format(
            name=name
        )
    close = difflib.get_close_matches(str(name), list(known), n=1)
    if close:
        return tr("unknown entry: {name} (did you mean {close}?)").format(name=name, close=close[0])
    return tr("unknown entry: {name}").format(name=name)


def _sentence(error: Any, written: str) -> str:
    wanted = error.validator_value
    if error.validator == "type":
        # Of several kinds the first is the simplest.
        return _wrong_kind(error.instance, wanted if isinstance(wanted, str) else wanted[0], written)
    if error.validator == "required":
        missing = [name for name in wanted if name not in error.instance]
        return tr("missing: {names}").format(names=", ".join(missing))
    if error.validator == "enum":
        return tr("“{value}” is none of: {known}").format(value=written, known=", ".join(map(str, wanted)))
    if error.validator == "pattern":
        return tr("“{value}” does not look right (pattern {pattern})").format(value=written, pattern=wanted)
    if error.validator == "dependencies":
        return tr("permits_on_condition needs a condition")
    if error.validator in ("minItems", "minProperties", "minLength"):
        return tr("nothing stands here; at least one entry is needed")
    return str(error.message)


def _out_of_range(error: Any, place: Place, written: str) -> str:
    """Say that a number is too small or too large; nothing for other errors."""
    metres = any(str(part).startswith("distance") for part in place)
    told = {"value": written, "limit": f"{error.validator_value} m" if metres else error.validator_value}
    if error.validator == "exclusiveMinimum":
        return tr("“{value}” must be more than {limit}").format(**told)
    if error.validator == "minimum":
        return tr("“{value}” must be at least {limit}").format(**told)
    if error.validator == "maximum":
        return tr("“{value}” must be at most {limit}").format(**told)
    return ""


def _needed(kind: str) -> str:
    return {
        "string": tr("a text is needed"),
        "integer": tr("a whole number is needed"),
        "number": tr("a number is needed"),
        "boolean": tr("true or false is needed"),
        "array": tr("a list is needed"),
        "object": tr("names with values are needed"),
    }[kind]


def _wrong_kind(value: Any, needed: str, written: str) -> str:
    """Say what stands where a text, a number, a list or a mapping is needed, `written` as in the file."""
    told = {"value": written, "needed": _needed(needed)}
    if value is None:
        return tr("nothing stands here; {needed}").format(**told)
    if isinstance(value, dict):
        return tr("names with values stand here; {needed}").format(**told)
    if isinstance(value, list):
        return tr("a list stands here; {needed}").format(**told)
    if isinstance(value, str):
        return tr("“{value}” is a text; {needed}").format(**told)
    if needed == "string":
        told["needed"] = tr("put it in quotes")
    # YAML takes 0111 for the number 73: the value alone would not be found in the file.
    if isinstance(value, bool):
        return tr("“{value}” is read as yes or no; {needed}").format(**told)
    if isinstance(value, (int, float)):
        return tr("“{value}” is read as a number; {needed}").format(**told)
    return tr("“{value}” is read as a date; {needed}").format(**told)
