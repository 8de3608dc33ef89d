import PolicyDiff

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
