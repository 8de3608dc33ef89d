import PolicyDiff
import PolicyModel

extension ComparisonView {
    /// Adds the redline of the whole text, and below it what changed beside it, in the rules.
    func addRedline(to page: inout Markup, level: Int) {
        if hasRedline, let text {
            page.element("section", ["aria-labelledby": "\(prefix)text"]) { section in
                heading("The whole text", id: "\(prefix)text", level: level, to: &section)
                section.newline()
                section.element("p", ["class": "quiet"]) { line in
                    line.text("What came is marked ")
                    Self.add([WordEdit(.insert, "like this")], to: &line)
                    line.text(", what went ")
                    Self.add([WordEdit(.delete, "like this")], to: &line)
                    line.text(". A number in brackets leads back to the change in the list")
                    if !text.redline.moves.isEmpty { line.text("; what only moved is linked with the place it left") }
                    line.text(".")
                }
                section.newline()
                // An empty language says that it is not known; the page's own would be wrong.
                section.element("div", ["class": "redline", "lang": text.language ?? ""]) { body in
                    body.newline()
                    addBlocks(text.redline.blocks, level: level + 1, to: &body)
                }
            }
            page.newline()
        }
        addRules(to: &page, level: level)
    }

    private func addBlocks(_ blocks: [Redline.Block], level: Int, to body: inout Markup) {
        let top = blocks.compactMap { if case .heading(let level) = $0.form { level } else { nil } }.min() ?? 1
        var left: [Int: [Int]] = [:]
        for (index, move) in (text?.redline.moves ?? []).enumerated() { left[move.oldPlace, default: []].append(index) }
        addTraces(of: left[0] ?? [], to: &body)
        var next = 0
        while next < blocks.count {
            let block = blocks[next]
            let start = next
            // A list or table is not interrupted: what moved out of it is named behind it.
            defer { for place in start..<next { addTraces(of: left[place + 1] ?? [], to: &body) } }
            switch block.form {
            case .heading(let own):
                Self.heading(level + own - top, id: id(ofBlock: next), style: style(next), to: &body) {
                    addContents(of: next, to: &$0)
                }
                next += 1
            case .clause(.paragraph):
                body.element("p", ["id": id(ofBlock: next), "class": style(next), "dir": "auto"]) {
                    addContents(of: next, to: &$0)
                }
                next += 1
            case .clause(.verbatim):
                body.element("pre", ["id": id(ofBlock: next), "class": style(next), "dir": "auto"]) {
                    addContents(of: next, to: &$0)
                }
                next += 1
            case .clause(.listItem):
                let end = Self.end(of: blocks, from: next) { if case .listItem = $0 { true } else { false } }
                addList(Array(next..<end).map { ListEntry($0, blocks[$0]) }[...], to: &body)
                next = end
            case .clause(.tableRow):
                let end = Self.end(of: blocks, from: next) { if case .tableRow = $0 { true } else { false } }
                addTables(next..<end, blocks, to: &body)
                next = end
            }
            body.newline()
        }
    }

    private static func end(of blocks: [Redline.Block], from start: Int, where isLike: (Clause.Form) -> Bool) -> Int {
        blocks[start...].firstIndex { if case .clause(let form) = $0.form { !isLike(form) } else { true } }
            ?? blocks.count
    }

    /// How a block is marked in the margin.
    func style(_ block: Int) -> String? { text?.redline.blocks[block].isChanged == true ? "changed" : nil }

    /// Adds the words of a block, and the numbers of the changes that lead to it.
    func addContents(of block: Int, to markup: inout Markup) {
        guard let text else { return }
        Self.add(text.redline.blocks[block].edits, to: &markup)
        if let move = text.redline.move(beginningWith: block) {
            markup.element("span", ["class": "moved", "lang": "en", "dir": "ltr"]) { span in
                span.text(" ")
                span.element("a", ["href": "#\(prefix)left-\(move + 1)"], text: Self.name(of: text.redline.moves[move]))
            }
        }
        addNumbers(of: block, to: &markup)
    }

    private static func name(of move: Redline.Move) -> String {
        move.blocks.count == 1 ? "moved here from another place" : "moved here from another place, with what follows"
    }

    /// Adds, where blocks stood that moved, a line for each move that leads to them.
    private func addTraces(of moves: [Int], to body: inout Markup) {
        guard let text else { return }
        for index in moves {
            let move = text.redline.moves[index]
            let words = text.redline.blocks[move.blocks.lowerBound].edits.filter { $0.operation != .delete }
            body.element("p", ["id": "\(prefix)left-\(index + 1)", "class": "moved", "lang": "en", "dir": "ltr"]) {
                line in
                line.text("Moved from here: ")
                line.element("a", ["href": "#\(id(ofBlock: move.blocks.lowerBound))"]) { link in
                    link.element(
                        "span", ["lang": text.language ?? "", "dir": "auto"],
                        text: Self.beginning(of: words.map(\.text).joined()))
                }
            }
            body.newline()
        }
    }

    /// The first words of a text.
    private static func beginning(of text: String) -> String {
        let words = text.split(separator: " ", maxSplits: 8, omittingEmptySubsequences: true)
        return words.count > 8 ? words.prefix(8).joined(separator: " ") + " …" : text
    }

    /// Adds the numbers of the changes that lead to a block, each leading back to the list.
    func addNumbers(of block: Int, to markup: inout Markup) {
        guard let numbers = places.changes[block] else { return }
        markup.element("span", ["class": "numbers", "lang": "en", "dir": "ltr"]) { span in
            for index in numbers {
                span.text(" ")
                span.element(
                    "a", ["href": "#\(id(ofChange: index))", "aria-label": "change \(index + 1) in the list"],
                    text: "[\(index + 1)]")
            }
        }
    }

    /// Adds the changes of the rules that the text does not show.
    private func addRules(to page: inout Markup, level: Int) {
        let rules = ruleChanges
        if rules.isEmpty { return }
        page.element("section", ["aria-labelledby": "\(prefix)rules"]) { section in
            heading("What changed beside the text", id: "\(prefix)rules", level: level, to: &section)
            section.element("ul", ["class": "redline"]) { list in
                for index in rules {
                    let change = changes[index]
                    list.newline()
                    list.element("li", ["id": id(ofRule: index), "class": "changed", "dir": "auto"]) { item in
                        if let name = change.rule ?? change.section.last {
                            item.element("code", text: name)
                            item.text(": ")
                        }
                        Self.add(Self.edits(of: change), to: &item)
                        item.element("span", ["class": "numbers", "dir": "ltr"]) { span in
                            span.text(" ")
                            span.element(
                                "a",
                                [
                                    "href": "#\(id(ofChange: index))", "aria-label": "change \(index + 1) in the list",
                                ], text: "[\(index + 1)]")
                        }
                    }
                }
            }
        }
        page.newline()
    }

    /// The words of a change: its edits, else its sides.
    private static func edits(of change: Change) -> [WordEdit] {
        if !change.edits.isEmpty { return change.edits }
        if change.before?.text == change.after?.text { return change.after.map { [WordEdit(.equal, $0.text)] } ?? [] }
        let before = change.before.map { [WordEdit(.delete, $0.text)] } ?? []
        let after = change.after.map { [WordEdit(.insert, $0.text)] } ?? []
        return before + (before.isEmpty || after.isEmpty ? [] : [WordEdit(.equal, " ")]) + after
    }
}
