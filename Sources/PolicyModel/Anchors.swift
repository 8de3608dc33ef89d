/// Where an anchor of a document leads.
public enum AnchorTarget: Hashable, Sendable {
    /// To a section, by its index in `Document.sections`.
    case section(Int)
    /// To a clause, by its index in `Document.clauses`.
    case clause(Int)
}

/// The anchors of a document: the explicit ones (`{#scope}`), and those that a Git host makes of headings.
///
/// Made once for a document and asked often. An explicit anchor goes before a heading's slug, the first of several equal
/// ones before the others.
public struct Anchors: Sendable {
    private var targets: [String: AnchorTarget] = [:]
    /// The anchors in the order of the text, each once.
    public private(set) var names: [String] = []

    /// Collects the anchors of a document in one pass.
    public init(_ document: Document) {
        for (index, section) in document.sections.enumerated() {
            if let anchor = section.anchor { add(anchor, .section(index)) }
        }
        for (index, clause) in document.clauses.enumerated() {
            if let anchor = clause.anchor { add(anchor, .clause(index)) }
        }
        var slugs = Slugs()
        for (index, section) in document.sections.enumerated() where !section.heading.isEmpty {
            add(slugs.next(for: section.heading), .section(index))
        }
    }

    /// Returns where an anchor leads, without or with its `#`; nil where the document has no such anchor.
    public func target(of anchor: String) -> AnchorTarget? {
        targets[anchor.utf8.first == UInt8(ascii: "#") ? String(anchor.dropFirst()) : anchor]
    }

    private mutating func add(_ name: String, _ target: AnchorTarget) {
        if targets.updateValue(targets[name] ?? target, forKey: name) == nil { names.append(name) }
    }
}

extension Document {
    /// Returns where an anchor leads.
    ///
    /// Reads the whole document: ask `Anchors` where more than one is wanted.
    public func anchorTarget(_ anchor: String) -> AnchorTarget? { Anchors(self).target(of: anchor) }
}

/// The slugs of a document's headings, as Git hosts make them.
///
/// Lower case, spaces as hyphens, punctuation dropped; a slug that was given before gets `-1`, then `-2`, and so on.
public struct Slugs: Sendable {
    private var counts: [String: Int] = [:]

    /// Starts a document.
    public init() {}

    /// Returns the slug of the next heading of the document.
    public mutating func next(for heading: String) -> String {
        let slug = Self.slug(of: heading)
        var candidate = slug
        while counts[candidate] != nil {
            counts[slug, default: 0] += 1
            candidate = "\(slug)-\(counts[slug] ?? 0)"
        }
        counts[candidate] = 0
        return candidate
    }

    /// Returns the slug of a heading that stands alone.
    public static func slug(of heading: String) -> String {
        var slug = ""
        for scalar in heading.lowercased().unicodeScalars {
            if scalar == " " {
                slug.unicodeScalars.append("-")
            } else if scalar == "-" || scalar == "_" || isWord(scalar) {
                slug.unicodeScalars.append(scalar)
            }
        }
        return slug
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            return true
        default: return false
        }
    }
}
