// The rules in this page: loads the packs beside this script, starts Python in a worker, and asks it.
// Each step is watched: a worker that falls silent or breaks is ended, and another one is started and asked.
(() => {
  const MOST_TRIES = 3;
  const READING = 180, STARTING = 5, WORKING = 20; // seconds of silence in a first try; a second one has twice as many
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const script = name => new Promise((loaded, failed) => {
    const tag = document.createElement("script");
    Object.assign(tag, { src: here + name, onload: loaded, onerror: () => failed(new Error(`${name} cannot be read.`)) });
    document.head.append(tag);
  });

  // The browser's own workers: the search of a site without a server puts something else in their place.
  const workers = () => {
    if (globalThis.IFrameWorker?.own) return globalThis.IFrameWorker.own;
    if (globalThis.Worker !== globalThis.IFrameWorker) return globalThis.Worker;
    const frame = document.createElement("iframe");
    Object.assign(frame, { hidden: true, title: "The rules" });
    document.body.append(frame);
    return frame.contentWindow.Worker;
  };

  // Fails where `sign` is not given for so many seconds.
  const watched = (step, seconds, work) => new Promise((good, bad) => {
    let timer;
    const sign = (words = step) => {
      clearTimeout(timer);
      timer = setTimeout(() => bad(new Error(`${words}: nothing has happened for ${seconds} seconds.`)), seconds * 1000);
    };
    sign();
    work(sign).then(good, bad).finally(() => clearTimeout(timer));
  });

  class Engine {
    #worker; #tell; #steps; #turn = Promise.resolve();

    // It gives how many milliseconds each step took.
    begin(tell = () => {}) {
      this.#tell = tell;
      return this.#next(tried => this.#start(tried));
    }

    call(name, ...given) {
      return this.#next(async tried => {
        if (!this.#worker) await this.#start(tried);
        return this.#ask("Deciding", WORKING * tried, { name, given });
      });
    }

    // One thing after the other, and each several times where it does not succeed at once.
    #next(work) {
      const done = this.#turn.then(() => this.#repeated(work));
      this.#turn = done.catch(() => {});
      return done;
    }

    async #repeated(work) {
      for (let tried = 1; ; tried++) {
        try {
          return await work(tried);
        } catch (error) {
          this.#worker?.terminate();
          this.#worker = undefined;
          if (tried === MOST_TRIES) throw error;
          this.#tell(`${error.message} Trying again …`);
        }
      }
    }

    // From a file share a browser starts no worker from a file, nor a module from a blob; from a data: URL it does.
    async #start(tried) {
      this.#steps = {};
      await this.#step("Reading the rules", READING * tried, sign => this.#read(sign));
      const { info, worker } = globalThis.cimscoreManifest;
      this.#tell("Starting the rules …");
      this.#worker = new (workers())(`data:text/javascript,${encodeURIComponent(worker)}`, { type: "module" });
      await this.#ask("Starting a worker", STARTING * tried);
      await this.#ask("Starting Python", WORKING * tried, { packs: globalThis.cimscorePacks, info });
      return this.#steps;
    }

    // A step may become another one on its way, which is told by a sign.
    async #step(step, seconds, work) {
      let began = performance.now();
      const end = () => { this.#steps[step] = Math.round(performance.now() - began); };
      const found = await watched(step, seconds, sign => work(words => {
        if (words) { end(); step = words; began = performance.now(); }
        sign(words);
      }));
      end();
      return found;
    }

    async #read(sign) {
      if (!globalThis.cimscoreManifest) await script("manifest.js");
      const { packs } = globalThis.cimscoreManifest, whole = Object.values(packs).reduce((sum, size) => sum + size, 0);
      const has = name => name in (globalThis.cimscorePacks ?? {});
      await Promise.all(Object.keys(packs).filter(name => !has(name)).map(async name => {
        await script(`${name}.js`);
        sign();
        const read = Object.keys(packs).filter(has).reduce((sum, one) => sum + packs[one], 0);
        this.#tell(`Reading the rules: ${Math.round(100 * read / whole)} % …`);
      }));
    }

    // The worker answers one message after the other, and tells by the way at which step it is.
    #ask(step, seconds, message) {
      const worker = this.#worker;
      return this.#step(step, seconds, sign => new Promise((good, bad) => {
        worker.onmessage = ({ data: { step, answer, error } }) => {
          if (step) sign(step); else if (error === undefined) good(answer); else bad(new Error(error));
        };
        worker.onerror = ({ message }) => bad(new Error(`${step}: ${message || "the browser does not do it"}.`));
        if (message) worker.postMessage(message);
      }));
    }
  }

  globalThis.CimscoreEngine = Engine;
})();
