internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

/// Makes the points of a notice of the changes of one policy.
struct PointMaker {
    let phrasing: Phrasing
    let policy: PolicyName?

    private var catalogue: Catalogue { phrasing.catalogue }

    /// Returns the substantive changes under their headings, in the order of the headings and of importance.
    func groups(_ changes: [Change]) -> [PointGroup] {
        let told = changes.filter { $0.significance > .editorial }
        return Meaning.allCases.compactMap { meaning in
            let own = told.filter { Meaning(of: $0) == meaning }
            guard !own.isEmpty, meaning != .wordingOnly else { return nil }
            return PointGroup(
                meaning: meaning, title: catalogue.text("groups/\(meaning.rawValue)"), points: points(own))
        }
    }

    /// Returns the one closing line for editorial changes; nil where there are none.
    func wordingOnly(_ changes: [Change]) -> NoticePoint? {
        let editorial = changes.filter { $0.significance == .editorial }
        if editorial.isEmpty { return nil }
        let key = editorial.count == changes.count ? "sentences/editorial-alone" : "sentences/editorial"
        let text = catalogue.text(key, count: editorial.count, phrasing.locale)
        return NoticePoint(changes: editorial, text: text, short: String(text.dropLast()))
    }

    /// One point a change; sections that came or went are gathered, since what stands in them has points of its own.
    private func points(_ changes: [Change]) -> [NoticePoint] {
        var points: [NoticePoint] = []
        var isTold: Set<String> = []
        for change in changes {
            if Self.gathered.contains(change.kind) {
                if isTold.insert(change.kind).inserted {
                    points.append(gathered(changes.filter { $0.kind == change.kind }))
                }
            } else {
                points.append(
                    NoticePoint(
                        changes: [change], text: phrasing.sentence(change), short: phrasing.short(change),
                        place: place(of: change)))
            }
        }
        return points
    }

    private static let gathered: Set<String> = ["section-added", "section-removed"]

    private func gathered(_ changes: [Change]) -> NoticePoint {
        if changes.count == 1 {
            return NoticePoint(
                changes: changes, text: phrasing.sentence(changes[0]), short: phrasing.short(changes[0]))
        }
        let names = phrasing.list(
            changes.compactMap { ($0.after ?? $0.before)?.text }.map { phrasing.quote(Quotation.words(of: $0)) })
        let text = catalogue.text("kinds/\(changes[0].kind).several", ["names": names])
        return NoticePoint(changes: changes, text: text, short: text)
    }

    /// The headings that lead to a change, without the document's own title, and in how many places it was made.
    private func place(of change: Change) -> String? {
        var headings = change.section.map(Quotation.flat)[...]
        if let first = headings.first, first == policy?.title || first == policy?.heading { headings.removeFirst() }
        let shown = headings.suffix(2).map { Quotation.words(of: $0, limit: 9) }
        let path = shown.dropFirst().reduce(shown.first) { outer, inner in
            outer.map { catalogue.text("style/path", ["outer": $0, "inner": inner]) } ?? inner
        }
        guard change.places > 1 else { return path }
        let count = ["count": phrasing.locale.number(change.places)]
        return path.map { catalogue.text("style/place", count.merging(["text": $0]) { $1 }) }
            ?? catalogue.text("style/places", count)
    }
}
