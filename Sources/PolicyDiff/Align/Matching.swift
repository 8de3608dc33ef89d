internal import PolicyModel

/// The state of an alignment in the making: which item has which partners.
struct Matching {
    let oldItems: [Item]
    let newItems: [Item]
    /// The text of each item as a number: equal numbers mean equal texts.
    private let oldText: [UInt32]
    private let newText: [UInt32]
    private let textCount: Int
    /// The bytes of each text.
    private let oldSizes: [Int]
    private let newSizes: [Int]
    /// The partner of each item by index; `none` where it has none, `joined` where it is a part of another pair.
    var oldPartner: [Int]
    var newPartner: [Int]
    /// Further items joined to a pair: parts of a clause that was split (`new`) or glued (`old`), keyed by the index they join.
    var oldJoins: [Int: [Int]] = [:]
    var newJoins: [Int: [Int]] = [:]

    init(_ reader: PairReader) {
        oldItems = Item.all(of: reader.old)
        newItems = Item.all(of: reader.new)
        var table = TextTable(capacity: oldItems.count + 64)
        func texts(_ items: [Item], _ document: Document) -> (numbers: [UInt32], sizes: [Int]) {
            var numbers: [UInt32] = []
            var sizes: [Int] = []
            numbers.reserveCapacity(items.count)
            sizes.reserveCapacity(items.count)
            for item in items {
                let text =
                    switch item {
                    case .heading(let section): "#" + document.sections[section].heading
                    case .clause(let clause): document.clauses[clause].text
                    }
                numbers.append(UInt32(table.number(of: text)))
                sizes.append(text.utf8.count)
            }
            return (numbers, sizes)
        }
        (oldText, oldSizes) = texts(oldItems, reader.old)
        (newText, newSizes) = texts(newItems, reader.new)
        textCount = table.texts.count
        oldPartner = Array(repeating: -1, count: oldItems.count)
        newPartner = Array(repeating: -1, count: newItems.count)
    }

    static var none: Int { -1 }
    static var joined: Int { -2 }

    /// Adds an item of the new text, split off, to the pair of the old item it came from.
    mutating func joinNew(_ new: Int, to old: Int) {
        newJoins[old, default: []].append(new)
        newPartner[new] = Self.joined
    }

    /// Adds an item of the old text to the pair of the new item it was glued to.
    mutating func joinOld(_ old: Int, to new: Int) {
        oldJoins[new, default: []].append(old)
        oldPartner[old] = Self.joined
    }

    mutating func pair(_ old: Int, _ new: Int) {
        oldPartner[old] = new
        newPartner[new] = old
    }

    var unmatchedOld: [Int] { oldPartner.indices.filter { oldPartner[$0] == Self.none } }
    var unmatchedNew: [Int] { newPartner.indices.filter { newPartner[$0] == Self.none } }

    /// Whether an item of the side opposite to `side` has the very text of its partner.
    func hasEqualText(_ side: PairReader.Side, _ other: Int, _ own: Int) -> Bool {
        side == .new ? oldText[other] == newText[own] : newText[other] == oldText[own]
    }

    // MARK: Anchors

    /// Pairs headings and clauses that bear the same explicit anchor, where it stands once on each side.
    mutating func matchAnchors(_ reader: PairReader) {
        let new = Self.anchors(newItems, reader.new)
        if new.isEmpty { return }
        let old = Self.anchors(oldItems, reader.old)
        for (anchor, index) in new.sorted(by: { $0.value < $1.value }) {
            if let other = old[anchor], oldItems[other].isHeading == newItems[index].isHeading { pair(other, index) }
        }
    }

    private static func anchors(_ items: [Item], _ document: Document) -> [String: Int] {
        var places: [String: Int] = [:]
        var repeated: Set<String> = []
        for (index, item) in items.enumerated() {
            let anchor =
                switch item {
                case .heading(let section): document.sections[section].anchor
                case .clause(let clause): document.clauses[clause].anchor
                }
            guard let anchor else { continue }
            if places.updateValue(index, forKey: anchor) != nil { repeated.insert(anchor) }
        }
        return places.filter { !repeated.contains($0.key) }
    }

    // MARK: Equal

    /// Pairs items of equal text that stand in the same order, then those that moved.
    mutating func matchEqualText() {
        for match in SequenceMatcher.matches(oldText, newText)
        where oldPartner[match.old] == Self.none && newPartner[match.new] == Self.none {
            pair(match.old, match.new)
        }
        pairLeftovers(unmatchedOld.map { ($0, oldText[$0]) }, unmatchedNew.map { ($0, newText[$0]) }, textCount)
    }

    /// Pairs items whose words are equal though their text is not: case, marks, numbering, contractions, heading or paragraph.
    mutating func matchEqualWords(_ reader: inout PairReader) {
        let oldLeft = unmatchedOld
        let newLeft = unmatchedNew
        guard !oldLeft.isEmpty, !newLeft.isEmpty else { return }
        var lists = ByteTable(capacity: oldLeft.count + newLeft.count)
        func list(_ words: [UInt32]) -> UInt32? {
            words.isEmpty ? nil : UInt32(lists.insert(words.span).number)
        }
        var old: [(index: Int, key: UInt32)] = []
        for index in oldLeft {
            if let key = list(reader.words(.old, oldItems[index])) { old.append((index, key)) }
        }
        var new: [(index: Int, key: UInt32)] = []
        for index in newLeft {
            if let key = list(reader.words(.new, newItems[index])) { new.append((index, key)) }
        }
        for match in SequenceMatcher.matches(old.map(\.key), new.map(\.key)) {
            pair(old[match.old].index, new[match.new].index)
        }
        pairLeftovers(
            old.filter { oldPartner[$0.index] == -1 }, new.filter { newPartner[$0.index] == -1 }, lists.count)
    }

    /// Pairs the first with the first, the second with the second, of items with equal keys below `count`.
    private mutating func pairLeftovers(
        _ old: [(index: Int, key: UInt32)], _ new: [(index: Int, key: UInt32)], _ count: Int
    ) {
        guard !old.isEmpty, !new.isEmpty else { return }
        // The first waiting item of each key, and the next one behind each item.
        var first = [Int32](repeating: -1, count: count)
        var next = [Int32](repeating: -1, count: old.count)
        for place in old.indices.reversed() {
            next[place] = first[Int(old[place].key)]
            first[Int(old[place].key)] = Int32(place)
        }
        for item in new {
            let waiting = Int(first[Int(item.key)])
            guard waiting >= 0 else { continue }
            first[Int(item.key)] = next[waiting]
            pair(old[waiting].index, item.index)
        }
    }

    // MARK: Result

    /// Puts the pairs into groups, in the order of the texts.
    func result(_ reader: inout PairReader) -> Alignment {
        var alignment = Alignment()
        var keptWords = 0
        var oldWords = 0
        var newWords = 0
        for index in newItems.indices {
            let size = newSizes[index]
            newWords += size
            let partner = newPartner[index]
            if partner != Self.none { keptWords += size }
            if partner < 0 { continue }
            var group = Alignment.Group(old: [oldItems[partner]], new: [newItems[index]])
            group.old += (oldJoins[index] ?? []).map { oldItems[$0] }
            group.new += (newJoins[partner] ?? []).map { newItems[$0] }
            if group.old.count == 1, group.new.count == 1,
                oldText[partner] == newText[index]
                    || reader.words(.old, group.old[0]) == reader.words(.new, group.new[0])
            {
                alignment.equal.append((group.old[0], group.new[0]))
            } else {
                group.old.sort { order($0) < order($1) }
                group.new.sort { order($0) < order($1) }
                alignment.edited.append(group)
            }
        }
        for size in oldSizes { oldWords += size }
        // Text that is left over though it stands in a matched place, too, stands twice on one side.
        let oldLeft = unmatchedOld
        let newLeft = unmatchedNew
        var seen = [Bool](repeating: false, count: textCount)
        if !oldLeft.isEmpty || !newLeft.isEmpty {
            for index in newItems.indices where newPartner[index] >= 0 { seen[Int(newText[index])] = true }
            for index in oldItems.indices where oldPartner[index] >= 0 { seen[Int(oldText[index])] = true }
        }
        let oldRepeats = repeats(oldLeft, oldText, { reader.words(.old, oldItems[$0]).count }, seen)
        for index in oldLeft {
            if oldRepeats.contains(index) {
                alignment.unrepeated.append(oldItems[index])
            } else {
                alignment.removed.append(oldItems[index])
            }
        }
        let newRepeats = repeats(newLeft, newText, { reader.words(.new, newItems[$0]).count }, seen)
        var isAdded = [Bool](repeating: false, count: textCount)
        for index in newLeft {
            let text = Int(newText[index])
            let isLong = reader.words(.new, newItems[index]).count >= Thresholds.repeatedWords
            if newRepeats.contains(index) || (isLong && isAdded[text]) {
                alignment.repeated.append(newItems[index])
            } else {
                alignment.added.append(newItems[index])
                isAdded[text] = isAdded[text] || isLong
            }
        }
        alignment.kept = Double(keptWords) / Double(max(newWords, oldWords, 1))
        return alignment
    }

    /// The items whose text stands elsewhere, too: long ones by themselves, short ones beside others that do.
    private func repeats(_ left: [Int], _ texts: [UInt32], _ length: (Int) -> Int, _ seen: [Bool]) -> Set<Int> {
        var repeated: Set<Int> = []
        var short: Set<Int> = []
        for index in left where seen[Int(texts[index])] {
            if length(index) >= Thresholds.repeatedWords { repeated.insert(index) } else { short.insert(index) }
        }
        for index in left where short.contains(index) && repeated.contains(index - 1) { repeated.insert(index) }
        for index in left.reversed() where short.contains(index) && repeated.contains(index + 1) {
            repeated.insert(index)
        }
        return repeated
    }

    private func order(_ item: Item) -> Int {
        switch item {
        case .heading(let section): section
        case .clause(let clause): clause
        }
    }
}
