/// A tag of a template as it stands in its source.
struct TemplateTag: Hashable {
    /// What the tag does.
    enum Kind: Hashable {
        case field, section, inverted, end, partial, comment
    }

    /// A piece of a template.
    enum Piece: Hashable {
        case literal(String)
        case tag(TemplateTag)
    }

    let kind: Kind
    /// The name with its function: `title`, `mail.unsubscribe`, `empty(links)`.
    let name: String
    let place: TemplateError.Place

    /// Takes the source of a template apart.
    ///
    /// - Throws: where a tag does not end, or is of a kind that templates of notices do not have.
    static func pieces(of source: String, named template: String) throws(TemplateError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = source[...]
        var line = 1
        while let open = rest.firstRange(of: "{{") {
            let literal = rest[..<open.lowerBound]
            pieces.append(.literal(String(literal)))
            line += literal.utf8.count { $0 == UInt8(ascii: "\n") }
            let place = TemplateError.Place(template: template, line: line)
            var inside = rest[open.upperBound...]
            let isTriple = inside.first == "{"
            if isTriple { inside = inside.dropFirst() }
            guard let close = inside.firstRange(of: isTriple ? "}}}" : "}}") else { throw .unclosedTag(at: place) }
            let text = inside[..<close.lowerBound]
            pieces.append(.tag(try tag(text, isTriple: isTriple, at: place)))
            line += text.utf8.count { $0 == UInt8(ascii: "\n") }
            rest = inside[close.upperBound...]
        }
        return pieces + [.literal(String(rest))]
    }

    private static func tag(
        _ text: Substring, isTriple: Bool, at place: TemplateError.Place
    ) throws(TemplateError) -> TemplateTag {
        let kinds: [Character: Kind] = [
            "#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment, "&": .field,
        ]
        let sigil = isTriple ? nil : text.first.flatMap { kinds[$0] }
        let name = (sigil == nil ? text : text.dropFirst()).trimming(while: \.isWhitespace)
        let kind = sigil ?? .field
        let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-()".contains($0)) }
        guard kind == .comment || isName && !name.isEmpty else { throw .notAllowed(String(text), at: place) }
        return TemplateTag(kind: kind, name: String(name), place: place)
    }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
        var trimmed = drop(while: isTrimmed)
        while let last = trimmed.last, isTrimmed(last) { trimmed.removeLast() }
        return trimmed
    }
}
