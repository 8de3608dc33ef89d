internal import PolicyModel

/// Tells quantities, periods and dates that changed, in the words of the text.
enum QuantityReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        var tellings: [Telling] = []
        let current = edit
        let hunks = edit.claim { Self.hasPair(current, $0) }
        for hunk in hunks {
            for (old, new) in pairs(edit, hunk) { tell(edit, hunk, old, new, &tellings) }
        }
        return merged(tellings)
    }

    private static func quantities(_ passage: Passage, _ range: Range<Int>) -> [Int] {
        range.filter {
            (passage.word($0).kind == .quantity && !passage.isSectionNumber($0)) || passage.word($0).kind == .date
        }
    }

    /// A hunk in which numbers stand on both sides, and little else that would have to be told by another kind.
    private static func hasPair(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard hunk.isReplacement, !pairs(edit, hunk).isEmpty else { return false }
        return true
    }

    /// The quantities of both sides, first with first; those that stand unchanged are left out.
    static func pairs(_ edit: ClauseEdit, _ hunk: Hunk) -> [(Int, Int)] {
        let old = quantities(edit.old, hunk.old)
        let new = quantities(edit.new, hunk.new)
        let kept = Set(old.map { edit.old.word($0).key }).intersection(new.map { edit.new.word($0).key })
        let oldLeft = old.filter { !kept.contains(edit.old.word($0).key) }
        let newLeft = new.filter { !kept.contains(edit.new.word($0).key) }
        return Array(zip(oldLeft, newLeft))
    }

    private static func tell(_ edit: ClauseEdit, _ hunk: Hunk, _ old: Int, _ new: Int, _ tellings: inout [Telling]) {
        let oldText = edit.old.written(old..<(old + 1))
        let newText = edit.new.written(new..<(new + 1))
        let before = edit.old.word(old)
        let after = edit.new.word(new)
        let quantity = QuantityChange(before: oldText, after: newText)
        if before.kind == .date || after.kind == .date {
            tellings.append(
                Telling(
                    kind: .dateChanged, direction: .unclear, reason: "the date “\(oldText)” became “\(newText)”",
                    hunks: [hunk],
                    quantities: [quantity], oldWords: oldText, newWords: newText))
            return
        }
        let change = Size(edit.vocabulary.forms[Int(before.key)]).compared(
            to: Size(edit.vocabulary.forms[Int(after.key)]))
        let isDuration = before.traits.contains(.duration) || after.traits.contains(.duration)
        let measure = Gauge.of(edit, new, isDuration: isDuration)
        let isPeriod = isDuration && measure != .age
        let kind: ChangeKind =
            isPeriod
            ? (change < 0 ? .deadlineShortened : .deadlineExtended) : (change < 0 ? .quantityLowered : .quantityRaised)
        let direction: Direction = change == 0 ? .unclear : measure.direction(isRaised: change > 0)
        tellings.append(
            Telling(
                kind: kind, direction: direction, reason: "“\(oldText)” became “\(newText)”\(measure.words)",
                hunks: [hunk],
                quantities: [quantity], oldWords: oldText, newWords: newText))
    }

    /// Several quantities of one clause are one change where they go the same way, and one of unclear direction where they do not.
    private static func merged(_ tellings: [Telling]) -> [Telling] {
        var result: [Telling] = []
        for telling in tellings {
            if let index = result.firstIndex(where: { $0.kind == telling.kind && $0.direction == telling.direction }) {
                result[index].quantities += telling.quantities.filter { !result[index].quantities.contains($0) }
                result[index].hunks += telling.hunks
            } else {
                result.append(telling)
            }
        }
        return result
    }
}

/// The numeric size of a quantity's normal form, durations in hours.
struct Size {
    let values: [Double]
    let unit: String

    init(_ form: String) {
        let parts = form.split(separator: "|", maxSplits: 1)
        unit = parts.count > 1 ? String(parts[1]) : ""
        let hours: Double =
            switch unit {
            case "minute": 1.0 / 60
            case "hour": 1
            case "day": 24
            case "week": 168
            case "month": 730
            case "year": 8_760
            default: 1
            }
        values = (parts.first ?? "").split(separator: "-").map { (Self.value(of: $0) ?? 0) * hours }
    }

    /// -1, 0 or 1 as the other quantity is smaller, equal or not comparable, or larger; of ranges the upper ends, then the lower ones.
    func compared(to other: Size) -> Int {
        guard let mine = values.max(), let theirs = other.values.max() else { return 0 }
        if mine != theirs { return theirs > mine ? 1 : -1 }
        let lower = (values.min() ?? 0, other.values.min() ?? 0)
        if values.count != other.values.count { return other.values.count > values.count ? 1 : -1 }
        return lower.0 == lower.1 ? 0 : lower.1 > lower.0 ? 1 : -1
    }

    /// Reads `1.000` and `1.234.567` as thousands, `6.90` as a decimal.
    private static func value(of text: Substring) -> Double? {
        let groups = text.split(separator: ".")
        if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }) { return Double(groups.joined()) }
        if groups.count > 2, let last = groups.last { return Double(groups.dropLast().joined() + "." + last) }
        return Double(text)
    }
}

/// What a quantity measures, and so whose gain it is when it grows.
enum Gauge {
    case cost, compensation, age, retention, notice, readerWindow, publisherDeadline, inactivity, penalty, ceiling,
        floor, unknown

    /// Tells by the nearest word that says so, in the statement around the quantity.
    static func of(_ edit: ClauseEdit, _ place: Int, isDuration: Bool) -> Gauge {
        let passage = edit.new
        let range = passage.sentence(at: place)
        let facts = edit.newContext.completed(Facts(passage, range))
        let token = passage.word(place)
        if isDuration, isWithin(passage, place, range), let deadline = deadline(passage, place, range, facts) {
            return deadline
        }
        var nearest: (distance: Int, measure: Gauge)?
        for index in range {
            let traits = passage.word(index).traits
            let distance = abs(index - place)
            guard let measure = measure(of: traits, isDuration: isDuration), index != place || measure == .age else {
                continue
            }
            if nearest == nil || distance < (nearest?.distance ?? 0) { nearest = (distance, measure) }
        }
        let isMoney =
            token.traits.contains(.currency) || passage.written(place..<(place + 1)).contains { "€$£¥₹".contains($0) }
        if isMoney {
            if facts.traits.contains(.liability) { return liability(passage, range) }
            if case .compensation? = nearest?.measure { return .compensation }
            return .cost
        }
        if isDuration, let nearest, nearest.distance > 24 {
            return facts.actor == .reader && facts.effect == .burden ? .readerWindow : .unknown
        }
        if let nearest { return nearest.measure }
        return .unknown
    }

    /// Whether a duration is the time in which something has to be done: "within 14 days".
    private static func isWithin(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        (max(range.lowerBound, place - 4)..<place).contains { passage.word($0).traits.contains(.within) }
    }

    /// Whose time it is: of the reader who has to act, or of the publisher who promised to; nil where neither is named.
    private static func deadline(_ passage: Passage, _ place: Int, _ range: Range<Int>, _ facts: Facts) -> Gauge? {
        // The nearest subject in front counts: "We refund the price if you cancel within 14 days" is the reader's time.
        for index in (range.lowerBound..<place).reversed() {
            let word = passage.word(index)
            if word.traits.contains(.possessive) { continue }
            // An object of the publisher's verb is no subject: "we will answer you within 30 days".
            let isObject =
                index > range.lowerBound && !passage.word(index - 1).traits.isDisjoint(with: [.benefit, .burden])
            if word.traits.contains(.reader), !isObject { return .readerWindow }
            if word.traits.contains(.publisher) { return .publisherDeadline }
        }
        switch facts.actor {
        case .reader: return .readerWindow
        case .publisher: return .publisherDeadline
        case .nobody, .thirdParty: return facts.effect == .benefit ? .publisherDeadline : nil
        }
    }

    /// Whose liability it is that an amount limits, by the word in front of it: the reader gains where the publisher owes more.
    private static func liability(_ passage: Passage, _ range: Range<Int>) -> Gauge {
        guard let place = range.first(where: { passage.word($0).traits.contains(.liability) }) else { return .unknown }
        let before = passage.traits(max(range.lowerBound, place - 3)..<place)
        switch (before.contains(.publisher), before.contains(.reader)) {
        case (true, false): return .compensation
        case (false, true): return .cost
        default: return .unknown
        }
    }

    private static func measure(of traits: Traits, isDuration: Bool) -> Gauge? {
        if traits.contains(.age) { return .age }
        if isDuration {
            if traits.contains(.inactivity) { return .inactivity }
            if traits.contains(.notice) { return .notice }
            if traits.contains(.retention) { return .retention }
            if traits.contains(.penalty) { return .penalty }
            if traits.contains(.window) { return .readerWindow }
            return nil
        }
        if traits.contains(.compensation) { return .compensation }
        if traits.contains(.cost) { return .cost }
        if traits.contains(.ceiling) { return .ceiling }
        if traits.contains(.floor) { return .floor }
        return nil
    }

    /// Which way it goes for the reader.
    func direction(isRaised: Bool) -> Direction {
        switch self {
        case .cost, .age, .retention, .penalty, .floor, .publisherDeadline: isRaised ? .stricter : .looser
        case .compensation, .notice, .readerWindow, .inactivity, .ceiling: isRaised ? .looser : .stricter
        case .unknown: .unclear
        }
    }

    /// What led to the direction, for the reason.
    var words: String {
        switch self {
        case .cost: ", a cost"
        case .compensation: ", in the reader's favour"
        case .age: ", an age"
        case .retention: ", for which data is kept"
        case .notice: ", a notice"
        case .readerWindow: ", the time the reader has"
        case .publisherDeadline: ", the time the publisher takes"
        case .inactivity: ", a time without use"
        case .penalty: ", a penalty"
        case .ceiling: ", an upper limit"
        case .floor: ", a lower limit"
        case .unknown: ""
        }
    }
}
