// The rules in this page: loads the packs beside this script, starts Python in a worker, and asks it.
(() => {
  const MOST_TRIES = 4, PATIENCE = 5000; // milliseconds
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const script = name => new Promise((loaded, failed) => {
    const tag = document.createElement("script");
    Object.assign(tag, { src: here + name, onload: loaded, onerror: () => failed(new Error(`${name} cannot be read`)) });
    document.head.append(tag);
  });

  // The browser's own workers: the search of a site without a server puts something else in their place.
  const workers = () => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { hidden: true, title: "The rules" });
    document.body.append(frame);
    return frame.contentWindow.Worker;
  };

  // From a file share a browser starts no worker from a file, nor a module from a blob; from a data: URL it does. Now and
  // then it does not start that either, and says nothing: then another is tried.
  const started = async source => {
    for (let tried = 0; tried < MOST_TRIES; tried++) {
      const worker = new (workers())(`data:text/javascript,${encodeURIComponent(source)}`, { type: "module" });
      const here = await new Promise(done => {
        worker.onmessage = () => done(true);
        worker.onerror = () => done(false);
        setTimeout(() => done(false), PATIENCE);
      });
      if (here) return worker;
      worker.terminate();
    }
    throw new Error("this browser starts no worker for them");
  };

  class Engine {
    #worker; #waiting = new Map(); #last = 0;

    // A case is decided before the rules are ready: the first takes longer, and nobody should wait for it while typing.
    async begin(first, told = () => {}) {
      await script("manifest.js");
      const { packs, info, worker } = globalThis.cimscoreManifest;
      const whole = Object.values(packs).reduce((sum, size) => sum + size, 0);
      let read = 0;
      await Promise.all(Object.keys(packs).map(async name => {
        await script(`${name}.js`);
        told(read += packs[name], whole);
      }));
      this.#worker = await started(worker);
      this.#worker.onmessage = ({ data: { id, answer, error } }) => {
        const { good, bad } = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error === undefined) good(answer); else bad(new Error(error));
      };
      const given = globalThis.cimscorePacks;
      delete globalThis.cimscorePacks;
      await this.#ask({ packs: given, info });
      await this.call("decided", first);
    }

    call(name, ...given) { return this.#ask({ name, given }); }

    #ask(message) {
      const id = ++this.#last;
      return new Promise((good, bad) => {
        this.#waiting.set(id, { good, bad });
        this.#worker.postMessage({ id, ...message });
      });
    }
  }

  globalThis.CimscoreEngine = Engine;
})();
