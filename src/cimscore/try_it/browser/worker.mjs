// Python beside the page: started from packs that the page hands over, it answers one call after another.
// It asks nothing of any host: what Pyodide would fetch is answered from the packs.
const url = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));
let python, call;

async function unpacked(pack) {
  const text = atob(pack), bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function begin(packs, info) {
  const names = Object.keys(packs);
  const files = Object.fromEntries(await Promise.all(names.map(async name => [name, await unpacked(packs[name])])));
  const { loadPyodide } = await import(url(files["pyodide.mjs"], "text/javascript"));
  const { default: createPyodideModule } = await import(url(files["pyodide.asm.mjs"], "text/javascript"));
  const fetched = globalThis.fetch;
  globalThis.fetch = (what, how) => String(what.url ?? what).endsWith("pyodide.asm.wasm")
    ? Promise.resolve(new Response(files["pyodide.asm.wasm"], { headers: { "content-type": "application/wasm" } }))
    : fetched(what, how);
  python = await loadPyodide({
    indexURL: "blob:packed/", packageBaseUrl: "blob:packed/", createPyodideModule, env: { PYTHONHASHSEED: "0" },
    stdLibURL: url(files["stdlib.zip"], "application/zip"), lockFileContents: JSON.stringify({ info, packages: {} }),
  });
  const extractDir = python.runPython("import site; site.getsitepackages()[0]");
  for (const name of ["packages.zip", "programs.zip"]) python.unpackArchive(files[name].buffer, "zip", { extractDir });
  globalThis.fetch = () => Promise.reject(new Error("nothing is fetched"));
  const { begin, call: run } = python.pyimport("cimscore.try_it");
  const running = begin();
  call = (name, given) => JSON.parse(run(running, name, JSON.stringify(given)));
}

onmessage = async ({ data: { id, packs, info, name, given } }) => {
  try {
    const answer = packs ? await begin(packs, info) : call(name, given);
    postMessage({ id, answer });
  } catch (error) {
    postMessage({ id, error: String(error?.message ?? error) });
  }
};

postMessage("here");
