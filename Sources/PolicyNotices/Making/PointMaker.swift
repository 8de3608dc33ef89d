internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

/// Makes the points of a notice of the changes of one policy.
struct PointMaker {
    let phrasing: Phrasing
    let policy: PolicyName?
    let evidence: SentenceReader
    /// Why versions exist, by label; empty where one reason is told once for all changes.
    var reasons: [String: String] = [:]
    /// Whom single rules bind, by rule, where it is neither every reader nor the publisher.
    var bound: [String: String] = [:]
    /// Where headings stand in the page of the new text; nil where that text is not at hand.
    var anchors: HeadingAnchors?
    /// The days from which single rules apply, by rule.
    var days: [String: CivilDate] = [:]

    private var catalogue: Catalogue { phrasing.catalogue }

    /// Returns the substantive changes under their headings, in the order of the headings and of importance.
    func groups(_ changes: [Change]) -> [PointGroup] {
        let substantive = changes.filter { $0.significance > .editorial }
        var mates = ClauseMates(substantive)
        let told = substantive.map { ($0, Telling(of: $0, evidence, &mates)) }
        // Of very many changes each is told in fewer words.
        let limit = told.count > Self.many ? Quotation.longestOfTwo : Quotation.longest
        return Meaning.allCases.compactMap { meaning in
            let own = told.filter { $0.1.meaning == meaning }
            guard !own.isEmpty else { return nil }
            let isLong = told.count > Self.many && meaning == .alsoChanged
            return PointGroup(
                meaning: meaning, title: catalogue.text("groups/\(meaning.rawValue)"),
                points: points(own, limit: limit, isLong: isLong))
        }
    }

    private static let many = 24

    /// Returns the one closing line for editorial changes; nil where there are none.
    func wordingOnly(_ changes: [Change]) -> NoticePoint? {
        let editorial = changes.filter { $0.significance == .editorial }
        if editorial.isEmpty { return nil }
        let key = editorial.count == changes.count ? "sentences/editorial-alone" : "sentences/editorial"
        let text = catalogue.text(key, count: editorial.count, phrasing.locale)
        return NoticePoint(changes: editorial, text: text, short: String(text.dropLast()))
    }

    /// One point a change; what reads the same is told once, and sections that came or went are gathered, since what stands in them
    /// has points of its own.
    ///
    /// - Parameter isLong: Whether there are so many that words which came or went are told by section.
    private func points(_ changes: [(Change, Telling)], limit: Int, isLong: Bool) -> [NoticePoint] {
        var points: [NoticePoint] = []
        var bySection: [[String]: Int] = [:]
        let sections = isLong ? Dictionary(grouping: changes.filter(\.1.isOfWords), by: \.0.section) : [:]
        var told: [String: Int] = [:]
        for (change, telling) in changes {
            if Self.gathered.contains(change.kind) {
                if told.updateValue(points.count, forKey: change.kind) == nil {
                    points.append(gathered(changes.filter { $0.0.kind == change.kind }))
                }
                continue
            }
            if telling.isOfWords, let mates = sections[change.section], mates.count > 2 {
                if bySection.updateValue(points.count, forKey: change.section) == nil {
                    points.append(gatheredBySection(mates))
                }
                continue
            }
            let text = naming(change, in: phrasing.sentence(change, telling, limit: limit))
            if let place = told[text] {
                points[place] = again(points[place], change)
                continue
            }
            told[text] = points.count
            points.append(
                NoticePoint(
                    changes: [change], text: text, short: phrasing.short(change, telling),
                    place: place(of: change, in: change.places), anchor: anchor(of: change),
                    why: change.introducedIn.flatMap { reasons[$0] }.map(phrasing.reason),
                    // What is not shown to be kinder is not called so.
                    direction: telling.isOfWords && change.direction == .looser ? .unclear : nil))
        }
        return points
    }

    /// The sentence with whom the rule binds, where that is not every reader.
    private func naming(_ change: Change, in sentence: String) -> String {
        guard let who = change.rule.flatMap({ bound[$0] }) else { return sentence }
        let head = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return catalogue.text("style/for-whom", ["sentence": head, "who": phrasing.audience(who)])
    }

    /// A point with one more change that reads the same.
    private func again(_ point: NoticePoint, _ change: Change) -> NoticePoint {
        let changes = point.changes + [change]
        // Under one heading the text and its rule are one place told twice.
        let isOnePlace = Set(changes.map(\.section)).count == 1
        let counts = changes.map(\.places)
        let places = isOnePlace ? counts.max() ?? 1 : counts.reduce(0, +)
        return NoticePoint(
            changes: changes, text: point.text, short: point.short,
            place: isOnePlace
                ? place(of: change, in: places)
                : catalogue.text("style/places", ["count": phrasing.locale.number(places)]),
            anchor: point.anchor, why: point.why, direction: point.direction == .unclear ? .unclear : nil)
    }

    /// One point for words that came, went or changed in one section, the first of them told.
    private func gatheredBySection(_ told: [(Change, Telling)]) -> NoticePoint {
        let changes = told.map(\.0)
        let shown = told.prefix(3).map { change, telling in
            let short = phrasing.short(change, telling)
            return short.prefix(1).lowercased() + short.dropFirst()
        }
        let rest = changes.count - shown.count
        let more = rest > 0 ? [catalogue.text("labels/more", count: rest, phrasing.locale)] : []
        let text = catalogue.text(
            "sentences/gathered", count: changes.count, phrasing.locale,
            ["points": (shown + more).joined(separator: "; ")])
        return NoticePoint(
            changes: changes, text: text, short: phrasing.short(told[0].0, told[0].1),
            place: place(of: changes[0], in: 1), anchor: anchor(of: changes[0]),
            direction: changes.contains { $0.direction == .looser } ? .unclear : nil)
    }

    private static let gathered: Set<String> = ["section-added", "section-removed"]

    private func gathered(_ told: [(Change, Telling)]) -> NoticePoint {
        let changes = told.map(\.0)
        if told.count == 1 {
            return NoticePoint(
                changes: changes, text: phrasing.sentence(told[0].0, told[0].1),
                short: phrasing.short(told[0].0, told[0].1))
        }
        let names = phrasing.list(
            changes.compactMap { ($0.after ?? $0.before)?.text }.map { phrasing.quote(Quotation.words(of: $0)) })
        let text = catalogue.text("kinds/\(changes[0].kind).several", ["names": names])
        return NoticePoint(changes: changes, text: text, short: text)
    }

    /// The headings that lead to a change, without the document's own title, and in how many places it was made.
    private func place(of change: Change, in places: Int) -> String? {
        var headings = change.section.map(Quotation.flat)[...]
        let titles = [policy?.title, policy?.heading].compactMap { $0 }.map(Quotation.flat)
        if let first = headings.first, titles.contains(first) { headings.removeFirst() }
        let shown = headings.suffix(2).map { Quotation.words(of: $0, limit: 9) }
        let path = shown.dropFirst().reduce(shown.first) { outer, inner in
            outer.map { catalogue.text("style/path", ["outer": $0, "inner": inner]) } ?? inner
        }
        var place = path
        if places > 1 {
            let count = ["count": phrasing.locale.number(places)]
            place =
                path.map { catalogue.text("style/place", count.merging(["text": $0]) { $1 }) }
                ?? catalogue.text("style/places", count)
        }
        guard let day = change.rule.flatMap({ days[$0] }) else { return place }
        let date = ["date": phrasing.locale.date(day)]
        return place.map { catalogue.text("style/from-day", date.merging(["text": $0]) { $1 }) }
            ?? catalogue.text("style/from-day-alone", date)
    }

    /// The anchor of the heading that a change stands under; nil where the new text no longer has it.
    private func anchor(of change: Change) -> String? {
        change.after == nil ? nil : anchors?.anchor(ofPath: change.section)
    }
}
