package import PolicyDiff
package import PolicyModel

/// What a change means for the reader: the headings of a notice, in their order.
package enum Meaning: String, Hashable, Sendable, CaseIterable {
    case mayNoLonger = "may-no-longer"
    case mustNow = "must-now"
    case mayNow = "may-now"
    case noLongerHaveTo = "no-longer-have-to"
    case wePromise = "we-promise"
    case weNoLongerPromise = "we-no-longer-promise"
    case alsoChanged = "also-changed"
    case wordingOnly = "wording-only"
}

/// The points under one heading.
package struct PointGroup: Hashable, Sendable {
    /// What they mean for the reader.
    package let meaning: Meaning
    /// The heading in the notice's language ("You may no longer").
    package let title: String
    /// The points, most important first.
    package let points: [NoticePoint]

    /// Makes a group.
    package init(meaning: Meaning, title: String, points: [NoticePoint]) {
        self.meaning = meaning
        self.title = title
        self.points = points
    }
}

/// One sentence of a notice with the changes it stands on.
package struct NoticePoint: Hashable, Sendable {
    /// Whose words a sentence quotes, where the policy is in another language than the notice.
    package struct Quotations: Hashable, Sendable {
        /// The language of the quoted words (BCP 47).
        package let language: String
        /// Whether they are those of the recorded translation, not of the text itself.
        package let isTranslation: Bool

        /// Says whose words are quoted.
        package init(language: String, isTranslation: Bool) {
            self.language = language
            self.isTranslation = isTranslation
        }
    }

    /// The changes it tells, by id; never empty.
    package let changes: [Change]
    /// The sentence, verb-led, with exact quotations ("Prohibits “…”."); people may have put it in other words.
    package let text: String
    /// The same in the Markdown of people who wrote it; nil where it is text alone.
    package let markdown: String?
    /// The sentence as it was generated; equal to `text` unless people wrote another.
    package let generated: String
    /// The same in a few words, for headlines.
    package let short: String
    /// What it is for readers: as its changes are, unclear where they differ, or where its words do not show that it is kinder.
    package let direction: Direction
    /// Where it stands in the text: "Prohibited uses › Privacy"; nil where the sentence says so.
    package let place: String?
    /// The anchor of the place in the new text's page, without `#`; nil where it has none.
    package let anchor: String?
    /// Whose words it quotes; nil where the policy is in the notice's own language.
    package let quotations: Quotations?
    /// Why it changed, from the version that brought it; nil where nothing is said, or it is said once for all.
    package let why: String?

    /// Makes a point.
    ///
    /// - Parameter direction: What it is for readers; that of its changes where nil.
    package init(
        changes: [Change], text: String, markdown: String? = nil, generated: String? = nil, short: String,
        place: String? = nil,
        anchor: String? = nil, why: String? = nil, direction: Direction? = nil, quotations: Quotations? = nil
    ) {
        self.changes = changes
        self.direction = direction ?? Self.direction(of: changes)
        self.text = text
        self.markdown = markdown
        self.generated = generated ?? text
        self.short = short
        self.place = place
        self.anchor = anchor
        self.quotations = quotations
        self.why = why
    }

    /// The point with another direction and place.
    func directed(_ direction: Direction, place: String?) -> NoticePoint {
        NoticePoint(
            changes: changes, text: text, markdown: markdown, generated: generated, short: short, place: place,
            anchor: anchor, why: why, direction: direction, quotations: quotations)
    }

    /// Whether it only tells that sections came or went.
    var isOfSections: Bool { changes.allSatisfy { $0.kind == "section-added" || $0.kind == "section-removed" } }

    /// What stood there before, in full; nil where several changes are gathered, or nothing stood there.
    package var was: String? { changes.count == 1 ? changes[0].before?.text : nil }
    /// What stands there now, in full; likewise.
    package var now: String? { changes.count == 1 ? changes[0].after?.text : nil }
    /// The most important significance.
    package var significance: Significance { changes.map(\.significance).max() ?? .editorial }
    /// The direction that changes have; unclear where they have several.
    private static func direction(of changes: [Change]) -> Direction {
        let all = Set(changes.map(\.direction))
        let clear = all.subtracting([.unclear, .neutral])
        return clear.count == 1 ? clear.first ?? .unclear : all.count == 1 ? all.first ?? .unclear : .unclear
    }
}

extension [NoticePoint] {
    /// The points that a summary counts: the substantive ones, each once; that a section came is counted in what stands in it.
    package var counted: [NoticePoint] {
        let told = filter { $0.significance > .editorial }
        let rest = told.filter { !$0.isOfSections }
        return rest.isEmpty ? told : rest
    }
}

extension Meaning {
    /// Which way all points under the heading go; nil where they go several ways.
    var direction: Direction? {
        switch self {
        case .mayNoLonger, .mustNow, .weNoLongerPromise: .stricter
        case .mayNow, .noLongerHaveTo, .wePromise: .looser
        case .alsoChanged, .wordingOnly: nil
        }
    }
}
