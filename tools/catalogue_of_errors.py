"""The sentences of the journal, which knows no languages: what it gives to an error, and what it marks as said."""

import ast
from collections.abc import Iterable, Iterator

ROOT_OF_ERRORS = "CairnError"
MARK = "Sentence"
_ENDS = (".", "?")
_OF_A_CLASS = {"sentence", "hint"}


def names_of_errors(sources: Iterable[str]) -> set[str]:
    """The root of all errors and every class that stands on it, by name."""
    classes = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    known: set[str] = set()
    found = {ROOT_OF_ERRORS}
    while found - known:
        known |= found
        found = {one.name for one in classes if {ast.unparse(parent) for parent in one.bases} & known}
    return known


def sentences_of_errors(source: str, errors: set[str]) -> Iterator[str]:
    """What the journal says where something cannot be done.

    That is what errors and marked sentences are made of, in place or by a name of the same file; and every whole
    sentence in the code that is no docstring, wherever it is used.
    """
    tree = ast.parse(source)
    written = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    given = {id(text) for text in given_to_errors(tree, errors)}
    names = {text.id for text in given_to_errors(tree, errors) if isinstance(text, ast.Name)}
    given |= {id(value) for node in tree.body if _named(node) & names and (value := getattr(node, "value", None))}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in written | pieces:
            continue
        if _is_whole(node.value) or (id(node) in given and " " in node.value):
            yield node.value


def given_to_errors(tree: ast.AST, errors: set[str]) -> Iterator[ast.expr]:
    """What stands where an error, or a sentence that is marked, takes its words: the sentence and the hint."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in {*errors, MARK}:
            yield from node.args[:1] if _called(node) == MARK else node.args
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "hint")
        elif isinstance(node, ast.ClassDef) and node.name in errors:
            for inside in ast.walk(node):
                if isinstance(inside, ast.Call) and ast.unparse(inside.func) == "super().__init__":
                    yield from inside.args[:1]
                elif isinstance(inside, ast.Assign | ast.AnnAssign) and _named(inside) & _OF_A_CLASS:
                    yield from [inside.value] if inside.value else []


def _called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def _named(node: ast.stmt) -> set[str]:
    """The names that a value is given here."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _is_whole(words: str) -> bool:
    return " " in words and "|" not in words and (words[0].isupper() or words[0] == "{") and words.endswith(_ENDS)
