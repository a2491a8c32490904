"""Bodies that an author's function may have: what hides, keeps or reaches outside is refused; what fails says so.

Each is the body of a comparison. Its outcome is ``taken``, or the words with which it is refused when the program is
put together, or with which it fails when a case is decided.
"""

from __future__ import annotations

from typing import Final

BODIES: Final[dict[str, tuple[str, str]]] = {
    "private attribute": (
        ("def c(value):\n    return value._Facts__world\n"),
        "failure: has no attribute '_Facts__world'",
    ),
    "lru_cache": (
        ("import functools\n@functools.lru_cache\ndef c(value):\n    return True\n"),
        "refused: expected a function of a module",
    ),
    "helper class": (
        (
            "class Helper:\n"
            "    def __init__(self, value): self.value = value\n"
            "    def look(self): return True\n"
            "def c(value):\n"
            "    return Helper(value).look()\n"
        ),
        "taken",
    ),
    "dispatch table": (
        ("def look(value): return True\nTABLE = {'a': look}\ndef c(value):\n    return TABLE['a'](value)\n"),
        "refused: found 'TABLE', a dict that can change",
    ),
    "callable object": (
        ("class C5:\n    def __call__(self, value): return True\nc = C5()\n"),
        "refused: expected a function of a module",
    ),
    "partial": (
        ("import functools\ndef h(extra, value): return True\nc = functools.partial(h, 1)\n"),
        "refused: expected a function of a module",
    ),
    "attrgetter": (
        ("import operator\nget = operator.attrgetter('x')\ndef c(value):\n    return get(value)\n"),
        "refused: found 'get', an attrgetter that can change",
    ),
    "str.format": (
        ("def c(value):\n    return '{0.__class__}'.format(value)\n"),
        "failure: answered a str; expected True, False",
    ),
    "decorated": (
        (
            "import functools\n"
            "def logged(f):\n"
            "    @functools.wraps(f)\n"
            "    def inner(value): return f(value)\n"
            "    return inner\n"
            "@logged\n"
            "def c(value):\n"
            "    return True\n"
        ),
        "refused: expected a function of a module",
    ),
    "function as default": (
        ("def h(value): return True\ndef c(value, look=h):\n    return look(value)\n"),
        "taken",
    ),
    "bound method": (
        ("class Meth:\n    def cond(self, value): return True\nc = Meth().cond\n"),
        "refused: expected a function of a module",
    ),
    "own context manager": (
        (
            "class Quiet:\n"
            "    def __enter__(self): return self\n"
            "    def __exit__(self, *a): return True\n"
            "def c(value):\n"
            "    with Quiet():\n"
            "        return value.x\n"
            "    return False\n"
        ),
        "refused: found a with, which may hide an error",
    ),
    "contextmanager bare except": (
        (
            "import contextlib\n"
            "@contextlib.contextmanager\n"
            "def quiet():\n"
            "    try: yield\n"
            "    except: pass\n"
            "def c(value):\n"
            "    with quiet():\n"
            "        return value.x\n"
            "    return False\n"
        ),
        "refused: found a with, which may hide an error",
    ),
    "finally return": (
        ("def c(value):\n    try: return value.x\n    finally: return False\n"),
        "refused: found except: of every error",
    ),
    "bare except": (
        ("def c(value):\n    try: return value.x\n    except: return False\n"),
        "refused: found except: of every error",
    ),
    "helper class swallows": (
        (
            "class Asker:\n"
            "    def __init__(self, v): self.v = v\n"
            "    def yes(self):\n"
            "        try: return self.v.x\n"
            "        except BaseException: return False\n"
            "def c(value):\n"
            "    return Asker(value).yes()\n"
        ),
        "refused: found a use of 'BaseException' in yes",
    ),
    "sys.exc_info": (
        ("import sys\ndef c(value):\n    return sys.exc_info()[1] is not None\n"),
        "refused: found a use of 'sys'",
    ),
    "asyncio": (
        (
            "def c(value):\n"
            "    import asyncio\n"
            "    async def x(): return value.x\n"
            "    try: return asyncio.run(x())\n"
            "    except Exception: return False\n"
        ),
        "refused: found a use of 'asyncio'",
    ),
    "future": (
        (
            "def c(value):\n"
            "    from concurrent.futures import ThreadPoolExecutor\n"
            "    with ThreadPoolExecutor(1) as ex:\n"
            "        return ex.submit(str, value).exception() is None\n"
        ),
        "refused: found a use of 'concurrent.futures'",
    ),
    "except*": (
        ("def c(value):\n    try: return value.x\n    except* Exception: pass\n    return False\n"),
        "refused: found a use of 'Exception'",
    ),
    "contextlib.suppress": (
        (
            "import contextlib\n"
            "def c(value):\n"
            "    with contextlib.suppress(AttributeError):\n"
            "        return value.x\n"
            "    return False\n"
        ),
        "refused: found a use of 'contextlib'",
    ),
    "datetime.now": (
        ("import datetime\ndef c(value):\n    return datetime.datetime.now().year > 0\n"),
        "refused: found a use of 'now'",
    ),
    "random": (
        ("import random\ndef c(value):\n    return random.random() < 2\n"),
        "refused: found a use of 'random'",
    ),
    "os.environ": (
        ("import os\ndef c(value):\n    return bool(os.environ.get('HOME'))\n"),
        "refused: found a use of 'os'",
    ),
    "pathlib inside": (
        ("def c(value):\n    import pathlib; return bool(pathlib.Path('/etc/passwd').read_text())\n"),
        "refused: found a use of 'pathlib'",
    ),
    "time.time": (
        ("import time\ndef c(value):\n    return time.time() > 0\n"),
        "refused: found a use of 'time'",
    ),
    "from time import time": (
        ("from time import time as clock\ndef c(value):\n    return clock() > 0\n"),
        "refused: found a use of 'clock'",
    ),
    "mutable module state": (
        ("COUNT = [0]\ndef c(value):\n    COUNT[0] += 1; return COUNT[0] % 2 == 1\n"),
        "refused: found 'COUNT', a list that can change",
    ),
    "hash": (
        ("def c(value):\n    return hash(str(value)) % 2 == 0\n"),
        "refused: found a use of 'hash'",
    ),
    "id": (
        ("def c(value):\n    return id(value) % 2 == 0\n"),
        "refused: found a use of 'id'",
    ),
    "subprocess": (
        ("def c(value):\n    import subprocess; return subprocess.run(['true']).returncode == 0\n"),
        "refused: found a use of 'subprocess'",
    ),
    "print": (
        ("def c(value):\n    print('x'); return True\n"),
        "refused: found a use of 'print'",
    ),
    "raise with value": (
        ("def c(value):\n    raise ValueError(f'bad {value}')\n"),
        "failure: ValueError: bad",
    ),
    "looks at the id": (
        ("def c(value):\n    return value == 'c1'\n"),
        "taken",
    ),
    "recursion": (
        ("def c(value):\n    return c(value)\n"),
        "failure: RecursionError",
    ),
    "SystemExit": (
        ("def c(value):\n    raise SystemExit(0)\n"),
        "failure: SystemExit: 0",
    ),
    "returns 1": (
        ("def c(value):\n    return 1\n"),
        "failure: answered 1; expected True, False, or a grade from 0 to 3 of a function with -> int",
    ),
    "returns a text": (
        ("def c(value):\n    return 'no'\n"),
        "failure: answered a str",
    ),
    "returns None": (
        ("def c(value):\n    return None\n"),
        "failure: answered None",
    ),
    "returns a list": (
        ("def c(value):\n    return []\n"),
        "failure: answered a list",
    ),
    "__self__": (
        ("def c(value):\n    return value.upper.__self__\n"),
        "failure: answered a str",
    ),
    "vars": (
        ("def c(value):\n    return bool(str(vars))\n"),
        "refused: found a use of 'vars'",
    ),
    "warnings": (
        ("import warnings\ndef c(value):\n    warnings.warn(value); return True\n"),
        "refused: found a use of 'warnings'",
    ),
    "import gc inside": (
        ("def c(value):\n    import gc; return True\n"),
        "refused: found a use of 'gc'",
    ),
    "match class pattern": (
        ("def c(value):\n    match value:\n        case str(_x=w): return True\n    return False\n"),
        "taken",
    ),
    "GeneratorExit": (
        ("def c(value):\n    raise GeneratorExit\n"),
        "failure: GeneratorExit",
    ),
    "function attribute": (
        ("def c(value):\n    c.count = getattr(c, 'count', 0) + 1\n    return c.count % 2 == 1\n"),
        "refused: found a change of '.count'",
    ),
    "mutable default": (
        ("def c(value, seen=[]):\n    seen.append(value)\n    return len(seen) % 2 == 1\n"),
        "refused: found seen=a list as a default",
    ),
    "name of a module": (
        ("N = 1\ndef c(value):\n    global N\n    N = value\n    return True\n"),
        "refused: found a change of 'N'",
    ),
    "class of values": (
        (
            "import attrs\n"
            "@attrs.frozen\n"
            "class Pair:\n"
            "    one: object\n"
            "def c(value):\n"
            "    return Pair(value).one == value\n"
        ),
        "taken",
    ),
    "class attribute": (
        ("class K:\n    n = 0\ndef c(value):\n    K.n += 1\n    return K.n % 2 == 1\n"),
        "refused: found a change of '.n'",
    ),
    "iterator of a module": (
        ("import itertools\nN = itertools.count()\ndef c(value):\n    return next(N) % 2 == 1\n"),
        "refused: found 'N', a count that can change",
    ),
    "importlib": (
        ("import importlib\ndef c(value):\n    return importlib.import_module('random').random() < 2\n"),
        "refused: found a use of 'importlib'",
    ),
    "sys.modules": (
        ("import sys\ndef c(value):\n    return sys.modules['os'].environ.get('HOME') is not None\n"),
        "refused: found a use of 'sys'",
    ),
    "builtins module": (
        ("import builtins\ndef c(value):\n    builtins.print('x'); return True\n"),
        "refused: found a use of 'builtins'",
    ),
    "codecs.open": (
        ("import codecs\ndef c(value):\n    return bool(codecs.open('/etc/passwd').read())\n"),
        "refused: found a use of 'codecs'",
    ),
    "nested lambda": (
        ("def c(value):\n    return (lambda: __import__('random').random() < 2)()\n"),
        "refused: found a use of '__import__'",
    ),
    "dataclass state": (
        (
            "import dataclasses\n"
            "@dataclasses.dataclass\n"
            "class S:\n"
            "    n: int = 0\n"
            "STATE = S()\n"
            "def c(value):\n"
            "    STATE.n += 1\n"
            "    return STATE.n % 2 == 1\n"
        ),
        "refused: found 'STATE', a S that can change",
    ),
    "staticmethod": (
        ("class T:\n    @staticmethod\n    def c(value): return True\nc = T.c\n"),
        "refused: expected a function of a module",
    ),
    "getattr of module": (
        ("import datetime\ndef c(value):\n    return getattr(datetime.datetime, 'n' + 'ow')().year > 0\n"),
        "refused: found a use of 'getattr'",
    ),
}
