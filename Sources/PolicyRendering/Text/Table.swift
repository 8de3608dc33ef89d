/// Rows of cells, printed in columns as wide as their widest cell.
struct Table {
    private var rows: [[StyledText]] = []

    mutating func add(_ cells: [StyledText]) { rows.append(cells) }

    /// Adds the rows to a page, without wrapping all but the last column, which takes what is left of the width.
    func print(on page: inout Page, indentation: Int = 0) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].columns : 0 }.max() ?? 0 }
        for row in rows {
            var lead = StyledText(String(repeating: " ", count: indentation))
            for (column, cell) in row.dropLast().enumerated() {
                lead.append(cell)
                lead.append(StyledText(String(repeating: " ", count: widths[column] - cell.columns + 2)))
            }
            let last = row.last ?? StyledText()
            if lead.columns + min(last.columns, 16) > page.options.width {
                page.add(lead, indentation: indentation, lead: StyledText(String(repeating: " ", count: indentation)))
                page.add(last, indentation: indentation + 4)
            } else {
                page.add(last, indentation: lead.columns, lead: lead)
            }
        }
    }
}
