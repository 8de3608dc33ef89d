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

    /// The translations that are quoted where they have what changed; nil where there are none, or none are needed.
    var rendering: Rendering?
    /// The language of the policy's text (BCP 47) where it is not the notice's.
    var languageOfText: String?

    private var catalogue: Catalogue { phrasing.catalogue }

    /// A change as it is told: in the words of the text, or of its translation.
    private struct Told {
        let change: Change
        let telling: Telling
        let phrasing: Phrasing
        let quotations: NoticePoint.Quotations?
    }

    private func told(_ change: Change, _ telling: Telling) -> Told {
        guard let languageOfText, telling.old != nil || telling.new != nil else {
            return Told(change: change, telling: telling, phrasing: phrasing, quotations: nil)
        }
        if let rendering, let (shown, own) = rendering.rendered(change, telling) {
            return Told(
                change: shown, telling: own, phrasing: phrasing.inLanguageOfTexts,
                quotations: NoticePoint.Quotations(language: phrasing.locale.language, isTranslation: true))
        }
        return Told(
            change: change, telling: telling, phrasing: phrasing,
            quotations: NoticePoint.Quotations(language: languageOfText, isTranslation: false))
    }

    /// Returns the substantive changes under their headings, in the order of the headings and of importance.
    func groups(_ changes: [Change]) -> [PointGroup] {
        let substantive = changes.filter { $0.significance > .editorial }
        var mates = ClauseMates(changes)
        let told = substantive.map { ($0, Telling(of: $0, evidence, &mates)) }
        // Of very many changes each is told in fewer words.
        let limit = told.count > Self.many ? Quotation.longestOfTwo : Quotation.longest
        return Meaning.allCases.compactMap { meaning in
            let own = told.filter { $0.1.meaning == meaning }
            guard !own.isEmpty else { return nil }
            let isLong = told.count > Self.many && meaning == .alsoChanged
            return PointGroup(
                meaning: meaning, title: catalogue.text("groups/\(meaning.rawValue)"),
                points: points(own, limit: limit, isLong: isLong).map { directed($0, under: meaning) })
        }
    }

    /// Whether there are so many substantive changes that they need an overview.
    func isLong(_ changes: [Change]) -> Bool { changes.count { $0.significance > .editorial } > Self.many }

    /// Section by section what its points are, and the first of them; the sections with most that is stricter first.
    ///
    /// - Parameter counts: How points are counted in words.
    func overview(_ groups: [PointGroup], counts: ([NoticePoint]) -> String?) -> [String] {
        var order: [String] = []
        var bySection: [String: [NoticePoint]] = [:]
        for point in groups.flatMap(\.points) where !point.isOfSections {
            guard let section = outermost(of: point.changes[0]) else { continue }
            if bySection[section] == nil { order.append(section) }
            bySection[section, default: []].append(point)
        }
        func weight(_ section: String) -> (Int, Int) {
            let points = bySection[section] ?? []
            return (points.count { $0.direction == .stricter }, points.count)
        }
        let ranked = order.enumerated().sorted { left, right in
            let (first, second) = (weight(left.element), weight(right.element))
            return first == second ? left.offset < right.offset : first > second
        }
        // A section that came or went as a whole is the first thing to know.
        let whole = groups.flatMap(\.points).filter(\.isOfSections).map(\.text)
        return whole
            + ranked.prefix(Self.sectionsShown).compactMap { _, section in
                guard let points = bySection[section], let parts = counts(points) else { return nil }
                let short = points[0].short
                return catalogue.text(
                    "sentences/overview",
                    ["place": section, "parts": parts, "point": short.prefix(1).lowercased() + short.dropFirst()])
            }
    }

    private static let sectionsShown = 12

    /// The outermost heading of a change, the document's own title left out.
    private func outermost(of change: Change) -> String? {
        headings(of: change).first.map { Quotation.words(of: $0, limit: 9) }
    }

    /// The point as it stands under its heading: of the heading's direction, or with its own where the heading says none.
    private func directed(_ point: NoticePoint, under meaning: Meaning) -> NoticePoint {
        if let direction = meaning.direction { return point.directed(direction, place: point.place) }
        guard !point.isOfSections, let direction = catalogue["directions/\(point.direction.rawValue)"] else {
            return point
        }
        let place = point.place.map {
            catalogue.text("style/with-direction", ["text": $0, "direction": direction])
        }
        return point.directed(point.direction, place: place ?? direction)
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
            let shown = self.told(change, telling)
            let text = naming(change, in: shown.phrasing.sentence(shown.change, shown.telling, limit: limit))
            if let place = told[text] {
                points[place] = again(points[place], change)
                continue
            }
            told[text] = points.count
            points.append(
                NoticePoint(
                    changes: [change], text: text, short: shown.phrasing.short(shown.change, shown.telling),
                    place: place(of: change, in: change.places), anchor: anchor(of: change),
                    why: change.introducedIn.flatMap { reasons[$0] }.map(phrasing.reason),
                    // What is not shown to be kinder is not called so.
                    direction: change.direction == .looser && (telling.isOfWords || telling.isMixed)
                        ? .unclear : nil,
                    quotations: shown.quotations))
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
            anchor: point.anchor, why: point.why, direction: point.direction == .unclear ? .unclear : nil,
            quotations: point.quotations)
    }

    /// One point for words that came, went or changed in one section, the first of them told.
    private func gatheredBySection(_ told: [(Change, Telling)]) -> NoticePoint {
        let changes = told.map(\.0)
        let own = told.prefix(3).map { self.told($0, $1) }
        let shown = own.map { told in
            let short = told.phrasing.short(told.change, told.telling)
            return short.prefix(1).lowercased() + short.dropFirst()
        }
        let rest = changes.count - shown.count
        let more = rest > 0 ? [catalogue.text("labels/more", count: rest, phrasing.locale)] : []
        let text = catalogue.text(
            "sentences/gathered", count: changes.count, phrasing.locale,
            ["points": (shown + more).joined(separator: "; ")])
        return NoticePoint(
            changes: changes, text: text, short: own[0].phrasing.short(own[0].change, own[0].telling),
            place: place(of: changes[0], in: 1), anchor: anchor(of: changes[0]),
            direction: changes.contains { $0.direction == .looser } ? .unclear : nil, quotations: Self.mixed(own))
    }

    private static let gathered: Set<String> = ["section-added", "section-removed"]

    private func gathered(_ told: [(Change, Telling)]) -> NoticePoint {
        let changes = told.map(\.0)
        let own = told.map { self.told($0, $1) }
        if own.count == 1 {
            return NoticePoint(
                changes: changes, text: own[0].phrasing.sentence(own[0].change, own[0].telling),
                short: own[0].phrasing.short(own[0].change, own[0].telling), quotations: own[0].quotations)
        }
        let names = phrasing.list(
            own.compactMap { ($0.change.after ?? $0.change.before)?.text }.map {
                phrasing.quote(Quotation.words(of: $0))
            })
        let text = catalogue.text("kinds/\(changes[0].kind).several", ["names": names])
        return NoticePoint(changes: changes, text: text, short: text, quotations: Self.mixed(own))
    }

    /// Whose words several tellings quote: the translation's only where all of them do.
    private static func mixed(_ told: [Told]) -> NoticePoint.Quotations? {
        told.compactMap(\.quotations).first { !$0.isTranslation } ?? told.first?.quotations
    }

    /// The headings that lead to a change, without the document's own title, and in how many places it was made.
    private func place(of change: Change, in places: Int) -> String? {
        let shown = headings(of: change).suffix(2).map { Quotation.words(of: $0, limit: 9) }
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

    /// The headings that lead to a change, without the document's own title.
    private func headings(of change: Change) -> ArraySlice<String> {
        let titles = [policy?.title, policy?.heading].compactMap { $0 }
        let translation = change.after == nil ? rendering?.pair.before : rendering?.pair.after
        let isTitled = change.section.first.map { titles.map(Quotation.flat).contains(Quotation.flat($0)) } ?? false
        let headings = translation?.headings(for: change.section) ?? change.section
        return headings.dropFirst(isTitled ? 1 : 0).map(Quotation.flat)[...]
    }

    /// The anchor of the heading that a change stands under; nil where the new text no longer has it.
    private func anchor(of change: Change) -> String? {
        change.after == nil ? nil : anchors?.anchor(ofPath: change.section)
    }
}
