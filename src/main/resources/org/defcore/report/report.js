(function () {
  'use strict';
  var box = document.getElementById('filter');
  var list = document.getElementById('test-list');
  if (!box || !list) { return; }
  var rows = Array.prototype.slice.call(list.children);
  var field = function (name) { return document.getElementById('filter-' + name); };
  var worst = Array.prototype.map.call(field('outcome').options, function (it) { return it.value; });
  var orders = {
    name: function () { return 0; },
    outcome: function (a, b) { return worst.indexOf(a.dataset.outcome) - worst.indexOf(b.dataset.outcome); },
    time: function (a, b) { return b.dataset.took - a.dataset.took; }
  };
  function show() {
    var outcome = field('outcome').value;
    var service = field('service').value;
    var text = field('text').value.trim().toLowerCase();
    var shown = 0;
    rows.forEach(function (row) {
      var fits = (!outcome || row.dataset.outcome === outcome) &&
          (!service || row.dataset.service === service) &&
          (!text || row.textContent.toLowerCase().indexOf(text) >= 0);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    field('shown').textContent = shown + ' of ' + rows.length + ' tests';
  }
  function sort() {
    rows.slice().sort(orders[field('sort').value]).forEach(function (row) { list.appendChild(row); });
  }
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var it = target; it && it.parentElement; it = it.parentElement) {
      if (it.tagName === 'DETAILS') { it.open = true; }
      it.hidden = false;
    }
    if (target) { target.scrollIntoView(); }
  }
  ['outcome', 'service'].forEach(function (name) { field(name).addEventListener('change', show); });
  field('text').addEventListener('input', show);
  field('sort').addEventListener('change', sort);
  window.addEventListener('hashchange', reveal);
  box.hidden = false;
  show();
  reveal();
}());
