import PolicyIndex
import PolicyModel

/// What the index says of itself: which commit it has read up to, and what was noticed on the way there.
struct IndexedState: Hashable {
    /// How the policies lay when they were read; other files would be policies otherwise.
    let layout: Layout
    let root: GitPath
    /// The newest commit that was read.
    let head: ObjectID
    /// How many commits the line has.
    let lineCount: Int
    /// Where a shallow clone is cut off, digested: fetching the rest changes what the oldest commits did.
    let shallow: UInt64
    let line: LineNotes
    let paths: PathNotes
    /// What was noticed in giving names.
    let naming: [Finding]
    /// How many policies the timeline has, and how many steps it has taken in.
    let timelinePolicies: Int
    let steps: Int
    /// How many policies there are by name, and how many names.
    let policies: Int
    let names: Int
    /// Whether two policies claim or claimed one name.
    let isContested: Bool

    /// What was noticed, in the order in which it is told.
    var findings: [Finding] { line.findings + naming + paths.findings }
}

extension IndexedState {
    var packed: [UInt8] {
        var packer = Packer()
        packer.add(layout.rawValue)
        packer.add(root.bytes)
        packer.add(head)
        packer.add(lineCount)
        packer.addFixed(shallow)
        packer.add(line.backwards)
        packer.add(line.first) {
            $0.add($1.commit)
            $0.add($1.parent)
        }
        packer.add(line.cutOff) { $0.add($1) }
        packer.add(all: paths.notes.sorted { $0.key < $1.key }) {
            $0.add($1.key.bytes)
            $0.add($1.value.rawValue)
        }
        packer.add(all: naming) { $0.add($1) }
        for number in [timelinePolicies, steps, policies, names] { packer.add(number) }
        packer.add(isContested)
        return packer.bytes
    }

    init(_ bytes: [UInt8]) throws(Unpacker.Damaged) {
        var unpacker = Unpacker(bytes)
        guard let layout = Layout(rawValue: try unpacker.text()) else { throw Unpacker.Damaged() }
        self.layout = layout
        root = GitPath(Array(try unpacker.content()))
        head = try unpacker.id()
        lineCount = try unpacker.integer()
        shallow = try unpacker.fixed()
        line = LineNotes(
            backwards: try unpacker.integer(),
            first: try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in
                LineNotes.Backwards(commit: try unpacker.datedCommit(), parent: try unpacker.moment())
            },
            cutOff: try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.datedCommit() })
        let notes = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in
            let path = GitPath(Array(try unpacker.content()))
            guard let note = PathNotes.Note(rawValue: try unpacker.number()) else { throw Unpacker.Damaged() }
            return (path, note)
        }
        paths = PathNotes(Dictionary(notes) { first, _ in first })
        naming = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.finding() }
        timelinePolicies = try unpacker.integer()
        steps = try unpacker.integer()
        policies = try unpacker.integer()
        names = try unpacker.integer()
        isContested = try unpacker.flag()
    }
}

extension Packer {
    mutating func add(_ commit: DatedCommit) {
        add(commit.commit)
        add(commit.recorded)
    }

    /// Writes a finding that has a path at most.
    mutating func add(_ finding: Finding) {
        add(finding.id)
        add(finding.severity.rawValue)
        add(finding.message)
        add(finding.place?.path) { $0.add($1) }
        add(finding.fix) { $0.add($1) }
    }
}

extension Unpacker {
    mutating func datedCommit() throws(Damaged) -> DatedCommit {
        DatedCommit(commit: try id(), recorded: try moment())
    }

    mutating func finding() throws(Damaged) -> Finding {
        let id = try text()
        guard let severity = Finding.Severity(rawValue: try text()) else { throw Damaged() }
        return Finding(
            id: id, severity: severity, message: try text(),
            place: try optional { (unpacker) throws(Damaged) in Place(path: try unpacker.text()) },
            fix: try optional { (unpacker) throws(Damaged) in try unpacker.text() })
    }
}
