// Python beside the page: started from packs that the page hands over, it answers one call after another.
// It asks nothing of any host: what Pyodide would fetch is answered from the packs. It tells each step that it begins.
const url = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));
const begins = step => postMessage({ step });
let python, call;

async function unpacked(pack) {
  const text = atob(pack), bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function begin(packs, info) {
  begins("Unpacking the rules");
  const names = Object.keys(packs);
  const files = Object.fromEntries(await Promise.all(names.map(async name => [name, await unpacked(packs[name])])));
  begins("Loading Python");
  const { loadPyodide } = await import(url(files["pyodide.mjs"], "text/javascript"));
  const { default: createPyodideModule } = await import(url(files["pyodide.asm.mjs"], "text/javascript"));
  const fetched = globalThis.fetch;
  globalThis.fetch = (what, how) => String(what.url ?? what).endsWith("pyodide.asm.wasm")
    ? Promise.resolve(new Response(files["pyodide.asm.wasm"], { headers: { "content-type": "application/wasm" } }))
    : fetched(what, how);
  begins("Starting Python");
  python = await loadPyodide({
    indexURL: "blob:packed/", packageBaseUrl: "blob:packed/", createPyodideModule, env: { PYTHONHASHSEED: "0" },
    stdLibURL: url(files["stdlib.zip"], "application/zip"), lockFileContents: JSON.stringify({ info, packages: {} }),
  });
  for (const name of ["packages.zip", "programs.zip"]) python.FS.writeFile(`/${name}`, files[name]);
  python.runPython("import sys; sys.path += ['/packages.zip', '/programs.zip']");
  globalThis.fetch = () => Promise.reject(new Error("nothing is fetched"));
  begins("Loading the libraries");
  const { begin, call: run } = python.pyimport("cimscore.try_it");
  begins("Loading the programs");
  const running = begin();
  call = (name, given) => JSON.parse(run(running, name, JSON.stringify(given)));
}

onmessage = async ({ data: { packs, info, name, given } }) => {
  try {
    const answer = packs ? await begin(packs, info) : call(name, given);
    postMessage({ answer });
  } catch (error) {
    postMessage({ error: String(error?.message ?? error) });
  }
};

postMessage({ answer: "here" });
