import PolicyModel

/// The versions of one policy in order, with what binds when: built from records and what each says of itself.
///
/// Dates that only a comparison of texts can settle (a date line that recurs, see `DateLines`) are settled when an answer turns on them,
/// so this is a class with a memory, used by one thread; what leaves the room are `Version` values.
final class Timeline {
    /// What has one label: a version with its records, or the end of the policy.
    struct Point {
        let label: String
        /// The places of its records on the line, oldest first; never empty.
        fileprivate(set) var entries: [Int]
        let isEnd: Bool

        var first: Int { entries[0] }
        var latest: Int { entries[entries.count - 1] }
    }

    /// One record of one version.
    struct Position: Hashable {
        let point: Int
        let entry: Int
        /// The version whose being taken back led here; the version itself where nothing binds any more.
        var withdrawn: Int?
    }

    let history: PolicyHistory
    /// The records that count, oldest first: all, or those known at the asked time.
    let records: [PolicyRecord]
    let texts: Texts
    /// The versions in the order of their first records, ends of the policy between them.
    let points: [Point]
    /// The places on the line of the records that end the policy.
    let ends: [Int]
    let isNative: Bool
    var dateLines: DateLines
    /// The version that each record belongs to.
    private let pointOfEntry: [Int]
    private var statements: [VersionStatement??]
    private var standings: [StandingKey: Standing?] = [:]
    private var states: [StateKey: Position?] = [:]

    private struct StandingKey: Hashable {
        let point: Int
        let axis: Axis
    }

    private struct StateKey: Hashable {
        let cut: Cut
        let axis: Axis
    }

    /// Makes the timeline of the records known at a time; nil where none was known.
    ///
    /// What is known at T is the newest record on the line that is not dated after T, with all that lies before it on the line.
    init?(history: PolicyHistory, knownAt: Cut?, texts: Texts) throws {
        var records = history.records
        if let knownAt {
            guard let newest = records.lastIndex(where: { $0.recorded <= knownAt.lastMoment }) else { return nil }
            records = Array(records[...newest])
        }
        self.history = history
        self.records = records
        self.texts = texts
        self.isNative = texts.source.layout == .native
        let stated = isNative ? try records.map { try texts.source.statement(of: $0) } : nil
        self.statements = stated.map { $0.map { .some($0) } } ?? Array(repeating: nil, count: records.count)
        let points = Self.points(of: records, statements: stated)
        var pointOfEntry = [Int](repeating: 0, count: records.count)
        for (number, point) in points.enumerated() {
            for entry in point.entries { pointOfEntry[entry] = number }
        }
        self.points = points
        self.pointOfEntry = pointOfEntry
        self.ends = records.indices.filter { records[$0].isDeletion }
        self.dateLines = DateLines()
    }

    /// What a record says of itself, read once; nil for the end of a policy.
    func statement(_ entry: Int) throws -> VersionStatement? {
        if let known = statements[entry] { return known }
        let statement = try texts.source.statement(of: records[entry])
        statements[entry] = .some(statement)
        return statement
    }

    /// Labels the records and gathers those of one label.
    private static func points(of records: [PolicyRecord], statements: [VersionStatement?]?) -> [Point] {
        let stated = records.indices.map { statements?[$0]?.label }
        let taken = Set(stated.compactMap { $0 })
        var points: [Point] = []
        var pointOfLabel: [String: Int] = [:]
        var count: [CivilDate: Int] = [:]
        for (entry, record) in records.enumerated() {
            if let label = stated[entry], let known = pointOfLabel[label] {
                points[known].entries.append(entry)
                continue
            }
            let label = stated[entry] ?? dayLabel(record.recorded.utcDay, count: &count, taken: taken)
            // Days that are counted are different by themselves, and from what others state.
            if stated[entry] != nil { pointOfLabel[label] = points.count }
            points.append(Point(label: label, entries: [entry], isEnd: record.isDeletion))
        }
        return points
    }

    /// The recorded day, with `.2`, `.3` for further records of that day; labels that others state are passed over.
    private static func dayLabel(_ day: CivilDate, count: inout [CivilDate: Int], taken: Set<String>) -> String {
        while true {
            let number = count[day, default: 0] + 1
            count[day] = number
            let label = number == 1 ? day.description : "\(day).\(number)"
            if !taken.contains(label) { return label }
        }
    }

    func position(ofEntry entry: Int) -> Position { Position(point: pointOfEntry[entry], entry: entry) }

    func rememberedStanding(_ point: Int, _ axis: Axis, make: () throws -> Standing?) rethrows -> Standing? {
        let key = StandingKey(point: point, axis: axis)
        if let known = standings[key] { return known }
        let standing = try make()
        standings[key] = .some(standing)
        return standing
    }

    /// The state of every version is told by what is in force at one cut: that is looked for once.
    func rememberedState(_ cut: Cut, _ axis: Axis, find: () throws -> Position?) rethrows -> Position? {
        let key = StateKey(cut: cut, axis: axis)
        if let known = states[key] { return known }
        let state = try find()
        states[key] = .some(state)
        return state
    }

    /// The latest record of a version that lay on the line at a time; its first one where that came later.
    func entry(of point: Int, at cut: Cut) -> Int {
        let entries = points[point].entries
        return entries.last { records[$0].recorded <= cut.lastMoment } ?? entries[0]
    }
}
