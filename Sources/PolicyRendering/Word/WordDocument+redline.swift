import PolicyDiff
import PolicyModel

extension WordDocument {
    /// Adds the whole of two texts with what came and went as tracked changes.
    ///
    /// Accepting all of them gives the new text, rejecting all of them the old one, but for blocks that moved: these stand where the new text
    /// has them.
    ///
    /// - Parameter level: the level of the text's highest heading in this document.
    mutating func add(_ redline: Redline, level: Int = 1) {
        let blocks = redline.blocks
        let top = blocks.compactMap { if case .heading(let level) = $0.form { level } else { nil } }.min() ?? 1
        var next = 0
        while next < blocks.count {
            let block = blocks[next]
            switch block.form {
            case .heading(let own): paragraph(block.edits, style: .heading(level + own - top))
            case .clause(.paragraph): paragraph(block.edits)
            case .clause(.verbatim): paragraph(block.edits, style: .verbatim)
            case .clause(.listItem(let depth, let marker)):
                let isNumber = marker.first?.isNumber ?? false
                paragraph(block.edits, marker: isNumber ? marker : "•", depth: depth)
            case .clause(.tableRow):
                let rows = blocks[next...].prefix { if case .clause(.tableRow) = $0.form { true } else { false } }
                table(
                    rows.map { row in
                        (TableCells.cells(of: row), row.form == .clause(.tableRow(header: true)))
                    })
                next = rows.endIndex
                continue
            }
            next += 1
        }
    }
}
