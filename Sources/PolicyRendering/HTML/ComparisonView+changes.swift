import PolicyDiff
import PolicyModel

extension ComparisonView {
    /// Adds the list of changes, the most important first; editorial ones stand in a closed part of the page.
    func addChanges(to page: inout Markup, level: Int) {
        if changes.isEmpty { return }
        page.element("section", ["aria-labelledby": "\(prefix)changes"]) { section in
            heading("What changed", id: "\(prefix)changes", level: level, to: &section)
            section.newline()
            if let digest = ComparisonDigest(changes) { Self.addTable(digest, to: &section) }
            for significance in Significance.allCases.reversed() {
                let group = changes.indices.filter { changes[$0].significance == significance }
                if group.isEmpty { continue }
                let title = "\(Self.title(significance)) (\(group.count))"
                if significance == .editorial {
                    section.element("details") { details in
                        details.element("summary", text: title)
                        addList(group, to: &details)
                    }
                } else {
                    heading(title, id: nil, level: level + 1, to: &section)
                    addList(group, to: &section)
                }
                section.newline()
            }
        }
        page.newline()
    }

    /// Adds where the changes of a long list are.
    private static func addTable(_ digest: ComparisonDigest, to section: inout Markup) {
        section.element("table", ["class": "digest"]) { table in
            table.element("caption", text: DigestWording.title)
            table.element("thead") { head in
                head.element("tr") { row in
                    for title in ["Section", "Changes", "Which way", "Mostly"] {
                        row.element("th", ["scope": "col"], text: title)
                    }
                }
            }
            table.element("tbody") { body in
                for line in DigestWording.rows(digest) {
                    body.element("tr") { row in
                        row.element("th", ["scope": "row", "dir": "auto"], text: line.section)
                        for cell in [String(line.count), line.directions, line.kinds] { row.element("td", text: cell) }
                    }
                }
            }
        }
        section.newline()
    }

    private static func title(_ significance: Significance) -> String {
        switch significance {
        case .material: "Material"
        case .minor: "Minor"
        case .editorial: "Editorial: wording, layout and order"
        }
    }

    /// Adds a heading of a level.
    func heading(_ title: String, id: String?, level: Int, to markup: inout Markup) {
        Self.heading(level, id: id, to: &markup) { $0.text(title) }
    }

    /// Adds a heading with what `body` adds to it; one below level 6 says its level in an attribute.
    static func heading(
        _ level: Int, id: String? = nil, style: String? = nil, to markup: inout Markup, _ body: (inout Markup) -> Void
    ) {
        let names: [StaticString] = ["h2", "h3", "h4", "h5", "h6"]
        markup.element(
            names[max(2, min(level, 6)) - 2],
            ["id": id, "class": style, "dir": "auto", "aria-level": level > 6 ? String(level) : nil], body)
    }

    private func addList(_ group: [Int], to markup: inout Markup) {
        markup.element("ol", ["class": "changes", "start": group.first.map { String($0 + 1) }]) { list in
            for index in group {
                list.newline()
                list.element("li", ["id": id(ofChange: index), "class": Self.style(changes[index])]) { item in
                    addChange(index, to: &item)
                }
            }
        }
    }

    private static func style(_ change: Change) -> String {
        change.significance == .editorial ? "editorial" : change.direction.rawValue
    }

    private func addChange(_ index: Int, to item: inout Markup) {
        let change = changes[index]
        item.element("p", ["class": "what"]) { line in
            line.element("span", ["class": "direction"]) { mark in
                let isEditorial = change.significance == .editorial
                mark.element("span", ["aria-hidden": "true"], text: isEditorial ? "·" : change.direction.sign)
                mark.text(" \(isEditorial ? "editorial" : change.direction.rawValue)")
            }
            line.text(" ")
            if let target = target(ofChange: index) {
                line.element("a", ["href": "#\(target)", "dir": "auto"], text: change.summary)
            } else {
                line.element("span", ["dir": "auto"], text: change.summary)
            }
        }
        addSides(of: change, to: &item)
        item.element("p", ["class": "quiet", "dir": "auto"]) { line in
            let place = Wording.place(of: change, context, all: true)
            line.element("code", text: change.kind)
            if let rule = change.rule, !place.contains("rule\u{A0}\(rule)") { line.text(" · rule \(rule)") }
            if !place.isEmpty { line.text(" · \(place)") }
        }
        item.element("p", ["class": "quiet", "dir": "auto"], text: "Why: \(change.reason)")
    }

    /// Adds what went and what came, where the sentence does not say it already.
    private func addSides(of change: Change, to item: inout Markup) {
        let (before, after) = Excerpt.sides(of: change, whole: false)
        for (excerpt, word, operation) in [
            (before, "Before: ", WordEdit.Operation.delete), (after, "After: ", WordEdit.Operation.insert),
        ] {
            guard let excerpt else { continue }
            item.element("p", ["class": "side"]) { line in
                line.element("span", ["class": "quiet"], text: word)
                line.element("span", ["dir": "auto", "lang": text?.language ?? ""]) { side in
                    Self.add(excerpt.runs.map { WordEdit($0.isChanged ? operation : .equal, $0.text) }, to: &side)
                }
            }
        }
    }
}
