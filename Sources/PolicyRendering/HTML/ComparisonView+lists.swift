import PolicyDiff
import PolicyModel

/// An item of a list in the redline.
struct ListEntry {
    /// The index of its block.
    let block: Int
    /// How deep it stands, from 1.
    ///
    /// Twenty levels at most: browsers stop nesting elements at some hundred levels.
    let depth: Int
    /// Its number; nil in a list without numbers.
    let number: Int?

    init(_ index: Int, _ block: Redline.Block) {
        self.block = index
        guard case .clause(.listItem(let depth, let marker)) = block.form else {
            self.depth = 1
            self.number = nil
            return
        }
        self.depth = max(1, min(depth, 20))
        self.number = Int(marker.prefix { $0.isASCII && $0.isNumber })
    }
}

extension ComparisonView {
    /// Adds items as lists: deeper ones inside the item above them, numbered ones with their numbers.
    func addList(_ items: ArraySlice<ListEntry>, to markup: inout Markup) {
        var rest = items
        while let first = rest.first {
            // A list ends where its kind changes among the items of its own depth; what is deeper goes with its item.
            let end = rest.firstIndex { $0.depth <= first.depth && ($0.number == nil) != (first.number == nil) }
            let list = rest[..<(end ?? rest.endIndex)]
            markup.element(first.number == nil ? "ul" : "ol") { addItems(list, to: &$0) }
            rest = rest[list.endIndex...]
        }
    }

    private func addItems(_ items: ArraySlice<ListEntry>, to markup: inout Markup) {
        var rest = items
        var isFirst = true
        while let item = rest.first {
            let below = rest.dropFirst().prefix { $0.depth > item.depth }
            markup.newline()
            markup.element(
                "li",
                [
                    "id": id(ofBlock: item.block), "class": style(item.block), "dir": "auto",
                    "value": item.number.map(String.init),
                ]
            ) { element in
                addContents(of: item.block, to: &element)
                if !below.isEmpty { addList(below, to: &element) }
            }
            rest = rest[below.endIndex...]
            isFirst = false
        }
        if !isFirst { markup.newline() }
    }
}
