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

/// The cells of a row of the redline.
enum TableCells {
    private static let separator = Array(" | ".utf8)

    /// Returns the words of each cell.
    ///
    /// The cells are those of the new row, of the old one where the row is gone; where the old row had other cells, its
    /// words stand in the cell where they went.
    static func cells(of block: Redline.Block) -> [[WordEdit]] {
        let side: WordEdit.Operation = block.newLines == nil ? .delete : .insert
        let bytes = block.edits.filter { $0.operation == .equal || $0.operation == side }.flatMap {
            Array($0.text.utf8)
        }
        // A separator may lie across two runs, so its bytes are found in the whole row first: 1 opens a cell, 2 goes with it.
        var marks = [UInt8](repeating: 0, count: bytes.count)
        var next = 0
        while next + separator.count <= bytes.count {
            if bytes[next..<(next + separator.count)].elementsEqual(separator) {
                marks[next] = 1
                marks[next + 1] = 2
                marks[next + 2] = 2
                next += separator.count
            } else {
                next += 1
            }
        }
        var cells: [[WordEdit]] = [[]]
        var place = 0
        for edit in block.edits {
            var run: [UInt8] = []
            func close() {
                if !run.isEmpty {
                    cells[cells.count - 1].append(WordEdit(edit.operation, String(decoding: run, as: UTF8.self)))
                }
                run = []
            }
            for byte in edit.text.utf8 {
                guard edit.operation == .equal || edit.operation == side else {
                    run.append(byte)
                    continue
                }
                if marks[place] == 1 {
                    close()
                    cells.append([])
                } else if marks[place] == 0 {
                    run.append(byte)
                }
                place += 1
            }
            close()
        }
        return cells
    }
}
