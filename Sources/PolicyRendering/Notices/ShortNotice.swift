import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries

/// A notice in a few words, for a push message or a banner.
struct ShortNotice {
    /// How much a notice matters to whoever sees only its title.
    enum Severity: String, CaseIterable {
        /// Nothing that a reader loses.
        case info
        /// Something that a reader may lose.
        case warning
        /// It cannot wait, in the words of the publisher.
        case critical
    }

    /// At most 60 characters.
    let title: String
    /// Under 180 characters: the most important points that fit, and how many more there are.
    let body: String
    let severity: Severity
    /// The first day of effect.
    let effective: CivilDate?
    /// That day with its label: "Takes effect: 25 March 2026".
    let when: String?
    /// Where to read on.
    let link: String?

    private static let titleLimit = 60
    private static let bodyLimit = 179

    /// Shortens a notice.
    init(_ notice: Notice, brand: Brand) {
        let parts = notice.policies
        let name = parts.count == 1 ? onOneLine(parts[0].policy.title) : onOneLine(notice.headline)
        let sender = (brand.name ?? notice.publisher).map { onOneLine($0) + notice.labels.colon + " " } ?? ""
        let whole = sender + name
        self.title = Self.cut(whole.unicodeScalars.count <= Self.titleLimit ? whole : name, to: Self.titleLimit)
        self.body = Self.body(of: notice)
        let isUrgent = parts.contains { $0.classification.qualities.contains(.urgent) }
        self.severity = isUrgent ? .critical : notice.category >= .mixed ? .warning : .info
        self.effective = parts.compactMap(\.firstEffective).min()
        let first = parts.flatMap(\.effective).filter { $0.day != nil }.min { $0.day ?? .latest < $1.day ?? .latest }
        let label = parts.lazy.flatMap(\.facts).first { $0.subject == .effective }?.label
        self.when = label.flatMap { label in first?.text.map { "\(label)\(notice.labels.colon) \($0)" } }
        let links = parts.flatMap(\.links).filter { Address.isSafe($0.url) }
        self.link =
            [NoticeLinkKind.new, .redline, .versions].lazy.compactMap { kind in
                links.first { $0.kind == kind }?.url
            }.first
    }

    private static func body(of notice: Notice) -> String {
        let points = notice.policies.flatMap { $0.groups.flatMap(\.points) }
        let ranked = points.filter { $0.significance == .material } + points.filter { $0.significance != .material }
        guard let first = ranked.first else {
            let sentences = notice.summary.isEmpty ? notice.policies.flatMap(\.summary) : notice.summary
            return cut(sentences.map { onOneLine($0) }.joined(separator: " "), to: bodyLimit)
        }
        let locale = FoundationLocale(notice.language)
        func whole(_ told: [String]) -> String {
            let rest = points.count - told.count
            return told.joined(separator: "; ") + (rest == 0 ? "" : ", " + notice.labels.more(rest, locale))
        }
        var told: [String] = []
        for point in ranked {
            let longer = told + [onOneLine(point.short)]
            if whole(longer).unicodeScalars.count > bodyLimit { break }
            told = longer
        }
        if !told.isEmpty { return whole(told) }
        let rest = whole([""])
        return cut(onOneLine(first.short), to: bodyLimit - rest.unicodeScalars.count) + rest
    }

    /// Cuts a text behind a word.
    private static func cut(_ text: String, to limit: Int) -> String {
        if text.unicodeScalars.count <= limit { return text }
        var shown = ""
        var count = 1
        for character in text {
            count += character.unicodeScalars.count
            if count > limit { break }
            shown.append(character)
        }
        if let space = shown.lastIndex(of: " "), shown[space...].count < shown.count / 2 {
            shown = String(shown[..<space])
        }
        while let last = shown.last, " ,;:".contains(last) { shown.removeLast() }
        return shown + "…"
    }

    /// The values that templates read.
    var values: JSON {
        [
            "title": .string(title), "body": .string(body), "severity": .string(severity.rawValue),
            "effective": .optional(effective?.description), "when": .optional(when), "link": .optional(link),
        ]
    }
}

extension CivilDate {
    /// The last day that there is.
    fileprivate static let latest = CivilDate(daysSinceEpoch: .max)
}
