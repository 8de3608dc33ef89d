/// A strict reader of the pages that this project writes: what a browser would forgive is an error here.
struct PageChecker {
    /// An element with what a test asks about.
    struct Element: Hashable {
        let name: String
        let attributes: [String: String]
    }

    /// All elements in the order of their start tags.
    private(set) var elements: [Element] = []
    /// The text outside `style`, entities read.
    private(set) var text = ""
    /// What is wrong, in the order of the page.
    private(set) var problems: [String] = []

    private static let void: Set = ["meta", "br"]
    /// Elements that cannot stand inside a paragraph or heading.
    private static let blocks: Set = [
        "p", "ul", "ol", "li", "table", "div", "section", "pre", "details", "h1", "h2", "h3",
    ]

    init(_ page: String) {
        var rest = Substring(page)
        var open: [String] = []
        let doctype = "<!doctype html>\n"
        if rest.hasPrefix(doctype) { rest.removeFirst(doctype.count) } else { problems.append("no doctype") }
        while let start = rest.firstIndex(of: "<") {
            read(text: rest[..<start], inside: open.last)
            rest = rest[start...].dropFirst()
            guard let end = rest.firstIndex(of: ">") else {
                problems.append("a tag without an end")
                return
            }
            let tag = rest[..<end]
            rest = rest[end...].dropFirst()
            if tag.first == "/" {
                let name = String(tag.dropFirst())
                if open.popLast() != name { problems.append("</\(name)> closes nothing") }
            } else {
                let element = read(tag: tag)
                if Self.blocks.contains(element.name),
                    let block = open.last(where: { ["p", "h1", "h2", "h3"].contains($0) })
                {
                    problems.append("<\(element.name)> in <\(block)>")
                }
                if ["ul", "ol"].contains(open.last), element.name != "li" {
                    problems.append("<\(element.name)> in a list")
                }
                elements.append(element)
                if !Self.void.contains(element.name) { open.append(element.name) }
            }
        }
        read(text: rest, inside: nil)
        if !open.isEmpty { problems.append("not closed: \(open)") }
        checkIDs()
    }

    private mutating func read(text part: Substring, inside element: String?) {
        if element == "style" { return }
        if ["ul", "ol", "table", "tbody", "thead", "tr"].contains(element), part.contains(where: { !$0.isWhitespace }) {
            problems.append("text in <\(element ?? "")>: \(part)")
        }
        text += decoded(part)
    }

    private mutating func decoded(_ part: Substring) -> String {
        var output = ""
        var rest = part
        while let start = rest.firstIndex(of: "&") {
            output += rest[..<start]
            rest = rest[start...]
            let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
            if let (entity, character) = known.first(where: { rest.hasPrefix($0.0) }) {
                output += character
                rest = rest.dropFirst(entity.count)
            } else {
                problems.append("a bare &")
                rest = rest.dropFirst()
            }
        }
        return output + rest
    }

    private mutating func read(tag: Substring) -> Element {
        let name = tag.prefix { $0.isLetter || $0.isNumber }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count)
        while !rest.isEmpty {
            guard rest.first == " ", let equals = rest.firstIndex(of: "="), rest[equals...].dropFirst().first == "\"",
                let close = rest[equals...].dropFirst(2).firstIndex(of: "\"")
            else {
                problems.append("an attribute that is not quoted: \(tag)")
                break
            }
            let key = String(rest[..<equals].dropFirst())
            if !key.allSatisfy({ $0.isLowercase || $0 == "-" }) { problems.append("an attribute named \(key)") }
            let value = decoded(rest[equals..<close].dropFirst(2))
            if attributes.updateValue(value, forKey: key) != nil { problems.append("\(key) twice") }
            rest = rest[close...].dropFirst()
        }
        return Element(name: String(name), attributes: attributes)
    }

    private mutating func checkIDs() {
        let ids = elements.compactMap { $0.attributes["id"] }
        if Set(ids).count != ids.count { problems.append("an id is given twice") }
        for element in elements {
            for key in ["aria-labelledby", "href"] {
                guard let value = element.attributes[key] else { continue }
                let target = key == "href" ? String(value.dropFirst()) : value
                if key == "href", !value.hasPrefix("#") { problems.append("a link that leaves the page: \(value)") }
                if !ids.contains(target) { problems.append("\(key) leads nowhere: \(value)") }
            }
        }
    }

    /// The levels of the headings, in order.
    var levels: [Int] {
        elements.compactMap { element in
            element.attributes["aria-level"].flatMap { Int($0) }
                ?? (element.name.count == 2 && element.name.first == "h" ? Int(element.name.dropFirst()) : nil)
        }
    }
}
