/// What people wrote, read as the part of Markdown that every form can show: paragraphs, lists, emphasis, code and links.
///
/// All else, HTML and addresses that are none of http, https or mailto, stays the text it is. Reading takes time in
/// proportion to the text.
package struct PeopleMarkdown: Hashable, Sendable {
    /// A block.
    package enum Block: Hashable, Sendable {
        /// Lines that belong together.
        case paragraph([Inline])
        /// The items of a list.
        case list([[Inline]], isOrdered: Bool)
    }

    /// A stretch of a line.
    package indirect enum Inline: Hashable, Sendable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        case link([Inline], address: String)
        case lineBreak
    }

    /// The blocks in order.
    package let blocks: [Block]

    /// Reads a paragraph, or several, that people wrote.
    package init(_ markdown: String) {
        var drafts: [Draft] = []
        for line in markdown.split(whereSeparator: \.isNewline) {
            let text = line.drop { $0 == " " || $0 == "\t" }
            if let (item, isOrdered) = Self.item(text) {
                if drafts.last?.isList != true { drafts.append(Draft(isList: true, isOrdered: isOrdered)) }
                drafts[drafts.count - 1].parts.append([item])
            } else {
                if drafts.isEmpty { drafts.append(Draft(isList: false, isOrdered: false, parts: [[]])) }
                drafts[drafts.count - 1].parts[drafts[drafts.count - 1].parts.count - 1].append(String(text))
            }
        }
        self.blocks = drafts.map(\.block)
    }

    /// Reads the words of a sentence, in which a list makes no sense.
    package init(sentence: String) {
        blocks = [.paragraph(InlineReader.read(sentence.split(whereSeparator: \.isNewline).joined(separator: " ")))]
    }

    /// Whether anything in it is more than text.
    package var hasMarkup: Bool {
        !blocks.allSatisfy { block in
            guard case .paragraph(let inlines) = block else { return false }
            return inlines.allSatisfy { if case .text = $0 { true } else { $0 == .lineBreak } }
        }
    }

    /// The words, without what they are set in; items of lists are parted by semicolons.
    package var plain: String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines): Self.plain(inlines)
            case .list(let items, _): items.map(Self.plain).joined(separator: "; ")
            }
        }.joined(separator: " ")
    }

    /// The words of some stretches.
    package static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let inner), .strong(let inner), .link(let inner, _): plain(inner)
            case .lineBreak: " "
            }
        }.joined()
    }

    private static func item(_ line: Substring) -> (text: String, isOrdered: Bool)? {
        if let sign = line.first, "-*+".contains(sign), line.dropFirst().first == " " {
            return (String(line.dropFirst(2)), false)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count < 4 else { return nil }
        let rest = line.dropFirst(digits.count)
        guard let end = rest.first, ".)".contains(end), rest.dropFirst().first == " " else { return nil }
        return (String(rest.dropFirst(2)), true)
    }

    /// The lines of a block before they are read; of a list those of each item.
    private struct Draft {
        let isList: Bool
        let isOrdered: Bool
        var parts: [[String]] = []

        var block: Block {
            let read = parts.map { InlineReader.read($0.joined(separator: "\n")) }
            return isList ? .list(read, isOrdered: isOrdered) : .paragraph(read.first ?? [])
        }
    }
}

/// Reads the emphasis, code and links of a paragraph in one pass.
private struct InlineReader {
    private enum Opening: Hashable {
        case sign(Character, count: Int)
        case bracket
    }

    private let characters: [Character]
    private var nodes: [PeopleMarkdown.Inline] = []
    private var open: [(opening: Opening, node: Int)] = []
    private var text = ""
    /// The lengths of rows of backticks that nothing closes.
    private var unclosed: Set<Int> = []
    private var place = 0

    /// Deeper than anybody writes, and no deeper than a form can follow.
    private static let deepest = 8

    static func read(_ text: String) -> [PeopleMarkdown.Inline] {
        var reader = InlineReader(characters: Array(text))
        while reader.place < reader.characters.count { reader.step() }
        reader.flush()
        return reader.nodes
    }

    private init(characters: [Character]) { self.characters = characters }

    private func character(_ place: Int) -> Character? {
        characters.indices.contains(place) ? characters[place] : nil
    }

    private mutating func flush() {
        if !text.isEmpty { nodes.append(.text(text)) }
        text = ""
    }

    private mutating func step() {
        let current = characters[place]
        switch current {
        case "\\":
            if let next = character(place + 1), next.isASCII, !next.isLetter, !next.isNumber, !next.isWhitespace {
                text.append(next)
                place += 2
            } else if character(place + 1) == "\n" {
                breakLine()
            } else {
                take(1)
            }
        case "\n": endLine()
        case "`": readCode()
        case "*", "_": readSign(current)
        case "!" where character(place + 1) == "[": place += 1
        case "[":
            if open.count < Self.deepest {
                flush()
                open.append((.bracket, nodes.count))
                // What is no link in the end is shown with its bracket.
                nodes.append(.text("["))
                place += 1
            } else {
                take(1)
            }
        case "]": readLink()
        case "<": readAddress()
        default: take(1)
        }
    }

    private mutating func take(_ count: Int) {
        text += String(characters[place..<(place + count)])
        place += count
    }

    private mutating func breakLine() {
        while text.last == " " { text.removeLast() }
        flush()
        nodes.append(.lineBreak)
        place += character(place) == "\\" ? 2 : 1
    }

    private mutating func endLine() {
        if text.hasSuffix("  ") { return breakLine() }
        while text.last == " " { text.removeLast() }
        text.append(" ")
        place += 1
    }

    private mutating func readCode() {
        let length = characters[place...].prefix { $0 == "`" }.count
        var next = place + length
        while !unclosed.contains(length), next < characters.count {
            guard characters[next] == "`" else {
                next += 1
                continue
            }
            let row = characters[next...].prefix { $0 == "`" }.count
            if row == length {
                flush()
                let inner = String(characters[(place + length)..<next]).replacing("\n", with: " ")
                nodes.append(.code(inner.trimmingSpace))
                place = next + length
                return
            }
            next += row
        }
        unclosed.insert(length)
        take(length)
    }

    private mutating func readSign(_ sign: Character) {
        let row = characters[place...].prefix { $0 == sign }.count
        let before = character(place - 1)
        let after = character(place + row)
        let inWord = (before?.isLetter ?? false) && (after?.isLetter ?? false)
        guard row <= 2, !(sign == "_" && inWord) else { return take(row) }
        let opening = Opening.sign(sign, count: row)
        let canClose = before.map { !$0.isWhitespace } ?? false
        if canClose, let last = open.lastIndex(where: { $0.opening == opening }) {
            flush()
            let start = open[last].node
            let inner = Array(nodes[(start + 1)...])
            if !inner.isEmpty {
                nodes.removeSubrange(start...)
                nodes.append(row == 2 ? .strong(inner) : .emphasis(inner))
                open.removeSubrange(last...)
                place += row
                return
            }
        }
        if after.map({ !$0.isWhitespace }) ?? false, open.count < Self.deepest {
            flush()
            open.append((opening, nodes.count))
            nodes.append(.text(String(repeating: sign, count: row)))
            place += row
        } else {
            take(row)
        }
    }

    private mutating func readLink() {
        guard let last = open.lastIndex(where: { $0.opening == .bracket }) else { return take(1) }
        let start = open[last].node
        open.removeSubrange(last...)
        guard character(place + 1) == "(", let end = characters[place...].prefix(2_000).firstIndex(of: ")") else {
            return take(1)
        }
        var address = String(characters[(place + 2)..<end])
        if address.hasPrefix("<"), address.hasSuffix(">") { address = String(address.dropFirst().dropLast()) }
        guard Address.isSafe(address) || Address.isMail(address) else { return take(1) }
        flush()
        let inner = Array(nodes[(start + 1)...])
        nodes.removeSubrange(start...)
        nodes.append(.link(inner.isEmpty ? [.text(address)] : inner, address: address))
        place = end + 1
    }

    /// An address between angle brackets; HTML stays text.
    private mutating func readAddress() {
        guard let end = characters[place...].prefix(2_000).firstIndex(of: ">") else { return take(1) }
        let inner = String(characters[(place + 1)..<end])
        let address = inner.contains("@") && !inner.contains(":") ? "mailto:\(inner)" : inner
        guard Address.isSafe(address) || Address.isMail(address) else { return take(1) }
        flush()
        nodes.append(.link([.text(inner)], address: address))
        place = end + 1
    }
}
