import PolicyDiff
import PolicyModel

extension ComparisonView {
    /// Adds rows as tables; a header row begins a new one.
    func addTables(_ rows: Range<Int>, _ blocks: [Redline.Block], to markup: inout Markup) {
        var next = rows.lowerBound
        while next < rows.upperBound {
            var heads = next
            while heads < rows.upperBound, isHeader(blocks[heads]) { heads += 1 }
            var end = heads
            while end < rows.upperBound, !isHeader(blocks[end]) { end += 1 }
            let (first, body) = (next, heads)
            // On a narrow page the table scrolls by itself, by keyboard too, and the page does not.
            markup.element("div", ["class": "table", "role": "region", "aria-label": "Table", "tabindex": "0"]) {
                area in
                area.element("table") { table in
                    if body > first { table.element("thead") { addRows(first..<body, blocks, header: true, to: &$0) } }
                    if end > body { table.element("tbody") { addRows(body..<end, blocks, header: false, to: &$0) } }
                }
            }
            next = end
        }
    }

    private func isHeader(_ block: Redline.Block) -> Bool { block.form == .clause(.tableRow(header: true)) }

    private func addRows(_ rows: Range<Int>, _ blocks: [Redline.Block], header: Bool, to markup: inout Markup) {
        for row in rows {
            markup.newline()
            markup.element("tr", ["id": id(ofBlock: row), "class": style(row)]) { element in
                let cells = TableCells.cells(of: blocks[row])
                for (place, cell) in cells.enumerated() {
                    let contents: (inout Markup) -> Void = { inside in
                        Self.add(cell, to: &inside)
                        if place == cells.count - 1 { addNumbers(of: row, to: &inside) }
                    }
                    if header {
                        element.element("th", ["scope": "col", "dir": "auto"], contents)
                    } else {
                        element.element("td", ["dir": "auto"], contents)
                    }
                }
            }
        }
    }
}
