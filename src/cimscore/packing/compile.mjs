// Compiles packages by Pyodide itself, and decides some cases, so that only what this needs is packed.
// Usage: node compile.mjs PYODIDE FOLDER; the folder has packages.zip, programs.zip, compiling.py and trials.json.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, folder] = process.argv.slice(2);
const bytes = (...path) => new Uint8Array(readFileSync(join(...path)));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodide, env: { PYTHONHASHSEED: "0" } });

const library = python.runPython("import site; site.getsitepackages()[0]");
for (const name of ["packages", "programs"])
  python.unpackArchive(bytes(folder, `${name}.zip`), "zip", { extractDir: library });
python.FS.mkdir("/packing");
for (const name of ["packages.zip", "programs.zip", "compiling.py", "trials.json"])
  python.FS.writeFile(`/packing/${name}`, bytes(folder, name));
python.FS.writeFile("/packing/stdlib.zip", bytes(pyodide, "python_stdlib.zip"));

const told = python.runPython(`
import json, pickle, site, sys
from pathlib import Path
from cimscore.try_it import CALENDARS, READY, begin, supply_calendars

supply_calendars()
running, folder = begin(), Path("/packing")
left_out = {left.program: str(left.error) for left in running.rulebook.left_out}
trials = json.loads((folder / "trials.json").read_text())
answers = [running.decided(trial, at) for trial in trials for at in ("", "2030-01-01")]
wrong = [answer["problems"] for answer in answers if "problems" in answer]

sys.path.insert(0, str(folder))
from compiling import files_of, lean, loaded_folders, with_compiled

loaded = loaded_folders()
(library,) = site.getsitepackages()
stdlib = next(path for path in sys.path if path.endswith(".zip"))
for name, root in (("packages", library), ("stdlib", stdlib)):
    (folder / f"{name}.out").write_bytes(lean((folder / f"{name}.zip").read_bytes(), root, loaded))
files = dict(files_of((folder / "programs.zip").read_bytes()))
own = "cimscore/try_it"
del files[f"{own}/{CALENDARS}"]
# What was worked out for the trials is handed over with the programs, so that no page has to do it again.
files[f"{own}/{READY}"] = pickle.dumps(running, protocol=5)
(folder / "programs.out").write_bytes(with_compiled(sorted(files.items()), "/programs.zip"))
json.dumps({"python": sys.version.split()[0], "programs": sorted(running.rulebook.programs), "left_out": left_out, "wrong": wrong})
`);
for (const name of ["packages", "programs", "stdlib"])
  writeFileSync(join(folder, `${name}.out`), python.FS.readFile(`/packing/${name}.out`));
writeFileSync(join(folder, "told.json"), told);
