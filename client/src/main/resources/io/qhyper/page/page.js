"use strict";
(function () {
  // Okabe and Ito's colours: told apart with every kind of colour vision.
  var COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a8a8a", "#b8a800"];
  var SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin", "arrow", "roundRect", "circle"];
  var DASHES = ["solid", "dashed", "dotted"];
  var MOST_ROWS = 500; // of a data table; the rest is in the files
  var page = JSON.parse(document.getElementById("data").textContent);
  var live = document.getElementById("live");
  var charts = {}; // by section: what is drawn and must outlive new data

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function css(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  function number(value) {
    if (value === null || value === undefined) { return ""; }
    if (typeof value !== "number") { return String(value); }
    var size = Math.abs(value);
    return size !== 0 && (size < 1e-4 || size >= 1e7) ? value.toExponential(3) : String(+value.toPrecision(7));
  }

  function axis(spec, isCategory) {
    return {
      type: isCategory ? "category" : spec.log ? "log" : "value",
      data: isCategory ? spec.categories : undefined,
      name: spec.label, nameLocation: "middle", nameGap: 32, scale: true,
      nameTextStyle: { color: css("--soft") },
      axisLabel: { color: css("--soft"), formatter: isCategory ? undefined : number, hideOverlap: true },
      axisLine: { lineStyle: { color: css("--line") } },
      splitLine: { lineStyle: { color: css("--line"), opacity: 0.5 } }
    };
  }

  /* One drawn series, and the band or bars of its errors. Points are [x, y, error] or [x, y, error, low, high]. */
  function series(spec, index) {
    var colour = COLOURS[index % COLOURS.length];
    var errors = spec.points.some(function (p) { return p.length > 4 || (p.length > 2 && p[2] > 0); });
    var plain = spec.points.map(function (p) { return [p[0], p[1], p.length > 2 ? p[2] : null]; });
    var drawn = [{
      id: "s" + index, name: spec.name, type: spec.style === "bars" ? "bar" : spec.style === "points" ? "scatter" : "line",
      data: plain, encode: { x: 0, y: 1 }, color: colour, z: 3,
      symbol: SYMBOLS[index % SYMBOLS.length], symbolSize: spec.points.length > 200 ? 3 : 7,
      showSymbol: spec.points.length <= 200, sampling: "lttb", large: true, largeThreshold: 5000,
      lineStyle: { width: 2, type: spec.style === "reference" ? "dashed" : DASHES[Math.floor(index / COLOURS.length) % 3] },
      itemStyle: { color: colour, decal: spec.style === "bars" && index ? { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: index } : undefined }
    }];
    if (errors && spec.style === "line" && spec.points.length > 20) {
      var low = spec.points.map(function (p) { return [p[0], p[1] === null ? null : p[1] - (p[2] || 0)]; });
      var width = spec.points.map(function (p) { return [p[0], p[1] === null ? null : 2 * (p[2] || 0)]; });
      [low, width].forEach(function (data, part) {
        drawn.push({ id: "b" + index + part, name: spec.name, type: "line", data: data, stack: "band" + index, stackStrategy: "all",
          symbol: "none", sampling: "average", lineStyle: { opacity: 0 }, color: colour, silent: true, z: 2, tooltip: { show: false },
          areaStyle: part ? { color: colour, opacity: 0.2 } : undefined });
      });
    } else if (errors) {
      drawn.push({ id: "e" + index, name: spec.name, type: "custom", color: colour, silent: true, z: 4, tooltip: { show: false },
        data: spec.points.map(function (p) { return p.length > 4 ? [p[0], p[3], p[4]] : [p[0], p[1] - (p[2] || 0), p[1] + (p[2] || 0)]; }),
        encode: { x: 0, y: [1, 2] },
        renderItem: function (parameters, api) {
          var a = api.coord([api.value(0), api.value(1)]);
          var b = api.coord([api.value(0), api.value(2)]);
          return { type: "line", shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: colour, lineWidth: 1.5 } };
        } });
    }
    return drawn;
  }

  /* What is pointed at, as nodes: a name is text here as everywhere. Bands and error bars are left out. */
  function tip(spec, hit) {
    var hits = (Array.isArray(hit) ? hit : [hit]).filter(function (one) { return /^s/.test(one.seriesId); });
    if (!hits.length) { return ""; }
    var x = hits[0].value[0];
    var place = spec.x.categories ? spec.x.categories[x] : number(x);
    return element("div", { "class": "tip" }, [element("div", {}, [spec.x.label + " " + place])].concat(hits.map(function (one) {
      var value = number(one.value[1]) + (one.value[2] ? " ± " + number(+one.value[2].toPrecision(2)) : "");
      return element("div", {}, [element("span", { "class": "swatch", style: "background:" + one.color }), one.seriesName + ": " + value]);
    })));
  }

  /* A logarithmic axis has no place for what is not above 0. */
  function drawable(spec) {
    return Object.assign({}, spec, { series: spec.series.map(function (one) {
      return Object.assign({}, one, { points: one.points.filter(function (p) {
        return (!spec.x.log || p[0] > 0) && (!spec.y.log || p[1] > 0);
      }) });
    }) });
  }

  function option(given) {
    var spec = drawable(given);
    var all = [];
    spec.series.forEach(function (one, index) { all = all.concat(series(one, index)); });
    return {
      animation: false, backgroundColor: "transparent", textStyle: { color: css("--ink") },
      aria: { enabled: true, label: { description: spec.summary } },
      grid: { left: 72, right: 24, top: 16, bottom: spec.zoom ? 88 : 52 },
      legend: { show: false, data: spec.series.map(function (one) { return one.name; }) },
      tooltip: { trigger: spec.series[0] && spec.series[0].style === "points" ? "item" : "axis", confine: true,
        formatter: function (hit) { return tip(spec, hit); }, backgroundColor: css("--panel"), borderColor: css("--line"), textStyle: { color: css("--ink") } },
      dataZoom: spec.zoom ? [{ type: "slider", bottom: 8, height: 20 }, { type: "inside" }] : undefined,
      xAxis: axis(spec.x, !!spec.x.categories), yAxis: axis(spec.y, false), series: all
    };
  }

  function fileName(section, ending) { return (page.name + "-" + section.id).replace(/[^\w.-]+/g, "_") + ending; }

  function save(name, text, type) {
    var link = element("a", { href: URL.createObjectURL(new Blob([text], { type: type })), download: name });
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function chartSvg(spec) {
    var off = echarts.init(null, null, { renderer: "svg", ssr: true, width: 900, height: 480 });
    var full = option(spec);
    full.backgroundColor = css("--paper");
    full.legend = { show: true, bottom: 0, textStyle: { color: css("--ink") }, data: full.legend.data };
    full.grid.bottom = 90;
    full.dataZoom = undefined;
    off.setOption(full);
    var text = off.renderToSVGString();
    off.dispose();
    return text;
  }

  /* Texts to the left, numbers to the right; a head stands over its column. */
  function table(head, rows) {
    function kind(cell) { return typeof cell === "string" ? { "class": "text" } : {}; }
    return element("div", { "class": "scroll" }, [element("table", {}, [
      element("thead", {}, [element("tr", {}, head.map(function (h, i) { return element("th", Object.assign({ scope: "col" }, kind(rows[0] && rows[0][i])), [h]); }))]),
      element("tbody", {}, rows.map(function (row) {
        return element("tr", {}, row.map(function (cell) { return element("td", kind(cell), [number(cell)]); }));
      }))
    ])]);
  }

  function dataTable(spec) {
    var rows = [];
    spec.series.forEach(function (one) {
      one.points.forEach(function (p) {
        if (rows.length < MOST_ROWS) {
          rows.push([one.name, spec.x.categories ? spec.x.categories[p[0]] : p[0], p[1], p.length > 2 ? p[2] : null]);
        }
      });
    });
    var total = spec.series.reduce(function (sum, one) { return sum + one.points.length; }, 0);
    var title = "Data" + (total > rows.length ? " (the first " + rows.length + " of " + total + " points)" : "");
    var details = element("details", {}, [element("summary", {}, [title])]);
    details.addEventListener("toggle", function () {
      if (details.open && details.children.length === 1) {
        details.appendChild(table(["series", spec.x.label, spec.y.label, "error"], rows));
      }
    });
    return details;
  }

  function legend(spec, chart) {
    return element("div", { "class": "legend", role: "group", "aria-label": "Series" }, spec.series.map(function (one, index) {
      var button = element("button", { type: "button", "aria-pressed": "true" }, [
        element("span", { "class": "swatch", style: "background:" + COLOURS[index % COLOURS.length] }), one.name]);
      button.addEventListener("click", function () {
        chart.dispatchAction({ type: "legendToggleSelect", name: one.name });
        button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "true" ? "false" : "true");
      });
      return button;
    }));
  }

  function newChart(section) {
    var box = element("div", { "class": "chart", role: "img", "aria-label": section.chart.summary, id: "chart-" + section.id });
    return { box: box, names: names(section.chart), spec: section.chart };
  }

  function names(spec) { return JSON.stringify(spec.series.map(function (one) { return one.name; })); }

  /* Keeps the chart of earlier data, with its zoom and the series that are switched off, if its series are the same. */
  function drawChart(section, into) {
    var drawn = charts[section.id];
    if (!drawn || drawn.names !== names(section.chart)) {
      if (drawn) { drawn.chart.dispose(); }
      drawn = charts[section.id] = newChart(section);
    }
    drawn.spec = section.chart;
    drawn.box.setAttribute("aria-label", section.chart.summary);
    into.appendChild(drawn.box);
    if (!drawn.chart) {
      drawn.chart = echarts.init(drawn.box, null, { renderer: "canvas" });
      drawn.legend = legend(section.chart, drawn.chart);
    }
    drawn.chart.setOption(option(section.chart), { replaceMerge: ["series"] });
    into.appendChild(drawn.legend);
    var button = element("button", { type: "button", "data-save": section.id }, ["Save as SVG"]);
    button.addEventListener("click", function () { save(fileName(section, ".svg"), chartSvg(section.chart), "image/svg+xml"); });
    into.appendChild(element("div", { "class": "tools" }, [button]));
    into.appendChild(dataTable(section.chart));
  }

  function drawDrawings(section, into) {
    var all = element("div", { "class": "drawings" });
    section.drawings.forEach(function (drawing, index) {
      var parsed = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement;
      var button = element("button", { type: "button" }, ["Save as SVG"]);
      button.addEventListener("click", function () { save(fileName(section, "-" + (index + 1) + ".svg"), drawing.svg, "image/svg+xml"); });
      all.appendChild(element("figure", {}, [element("div", { "class": "scroll" }, [document.importNode(parsed, true)]),
        element("figcaption", {}, [drawing.caption]), element("div", { "class": "tools" }, [button])]));
    });
    into.appendChild(all);
  }

  function content(section, into) {
    if (section.chart) { drawChart(section, into); }
    if (section.drawings) { drawDrawings(section, into); }
    if (section.table) { into.appendChild(table(section.table.head, section.table.rows)); }
  }

  function draw() {
    document.title = page.title;
    var main = element("main", {}, [element("h1", {}, [page.title]), element("p", { "class": "soft" }, [page.subtitle])]);
    main.appendChild(element("dl", { "class": "facts" }, page.facts.map(function (fact) {
      return element("div", {}, [element("dt", {}, [fact.name]), element("dd", {}, [fact.value])]);
    })));
    var old = document.querySelector("main");
    if (old) { old.replaceWith(main); } else { document.body.appendChild(main); }
    page.sections.forEach(function (section) {
      var made = element("section", { id: section.id, "aria-labelledby": "h-" + section.id }, [
        element("h2", { id: "h-" + section.id }, [section.title]), element("p", {}, [section.text])]);
      main.appendChild(made);
      content(section, made);
    });
  }

  /* New data: the reader stays where he is, with what he had opened. */
  function redraw(data) {
    var focus = document.activeElement;
    var top = scrollY;
    var opened = Array.from(document.querySelectorAll("details[open]")).map(function (one) { return one.parentElement.id; });
    page = data;
    draw();
    opened.forEach(function (id) {
      var details = document.querySelector("#" + CSS.escape(id) + " details");
      if (details) { details.open = true; }
    });
    scrollTo(0, top);
    if (focus && focus.isConnected) { focus.focus({ preventScroll: true }); }
  }

  /* Asks the server that the page came from for new data until it says that there will be none. */
  function follow(milliseconds) {
    var last = JSON.stringify(page);
    var state = element("p", { "class": "live", role: "status" }, ["The run goes on; this page follows it."]);
    document.body.insertBefore(state, document.body.firstChild);
    function say(text) { if (state.textContent !== text) { state.textContent = text; } }
    function ask() {
      fetch("data.json", { cache: "no-store" }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.json();
      }).then(function (data) {
        var text = JSON.stringify(data.page);
        if (text !== last) { last = text; redraw(data.page); }
        say(data.goes_on ? "The run goes on; this page follows it." : "The run is finished.");
        if (data.goes_on) { setTimeout(ask, milliseconds); }
      }, function () {
        say("No connection to qhyper watch; this is what was measured until then.");
        setTimeout(ask, milliseconds);
      });
    }
    setTimeout(ask, milliseconds);
  }

  function each(action) { Object.keys(charts).forEach(function (id) { action(charts[id]); }); }

  function recolour() {
    each(function (drawn) {
      drawn.chart.resize({ width: "auto" });
      drawn.chart.setOption(option(drawn.spec), { replaceMerge: ["series"] });
    });
  }

  function printing(on) {
    document.documentElement.classList.toggle("printing", on);
    recolour();
  }

  draw();
  if (live) { follow(JSON.parse(live.textContent).milliseconds); }
  addEventListener("resize", function () { each(function (drawn) { drawn.chart.resize({ width: "auto" }); }); });
  addEventListener("beforeprint", function () { printing(true); });
  addEventListener("afterprint", function () { printing(false); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
})();
