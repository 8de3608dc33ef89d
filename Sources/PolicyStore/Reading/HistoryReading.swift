import PolicyModel

/// Reads the policies' histories along a line: walk, then timeline, then names.
struct HistoryReading {
    let repository: GitRepository
    let files: PolicyFiles
    let line: FirstParentLine
    /// Returns the id that a record's text states; nil where it states none.
    let statedID: (PolicyRecord) throws -> PolicyID?
    var progress: WalkProgress = { _, _ in }

    /// Returns all histories with what was noticed on the way.
    func all() throws -> (histories: [PolicyHistory], findings: [Finding]) {
        var timeline = PolicyTimeline(files: files)
        var notes = PathNotes()
        try walk(&timeline, &notes)
        let named = try naming.names(of: timeline.all)
        return (named.histories.map(\.history), named.findings + notes.findings)
    }

    /// Takes the steps of the line in, oldest first.
    func walk(_ timeline: inout PolicyTimeline, _ notes: inout PathNotes) throws {
        let steps = try repository.steps(along: line, below: files.root, selection, progress: progress)
        let matching = RenameMatching(lines: lines)
        for step in steps {
            notes.add(step)
            try timeline.apply(step) { try matching.pairs(removed: $0.removed, added: $0.added) }
        }
    }

    /// Gives the policies their ids.
    var naming: PolicyNaming { PolicyNaming(files: files, statedID: statedID) }

    /// The policies' files, and what is to be told of but not read.
    private var selection: GitSelection {
        let files = files
        return GitSelection(
            entersFolder: { files.canHoldPolicies($0) },
            keeps: { path, mode in mode == .symlink || mode == .submodule || files.part(path) != nil })
    }

    /// Returns the lines of a text; nil where it is over a megabyte: such a text is matched only with an equal one.
    private func lines(_ text: ObjectID) throws -> [ArraySlice<UInt8>]? {
        switch try repository.content(of: text, limit: 1 << 20) {
        case .content(let bytes): bytes.split(separator: UInt8(ascii: "\n"))
        case .tooLarge: nil
        }
    }
}
