import PolicyModel

/// The words of the commits that are made of snapshots.
enum CommitMessage {
    /// Returns the message of a version's commit: policy and label, why it exists, what it changed, and its dates.
    static func text(for version: SnapshotFolder.Version, isRecordedAgain: Bool, _ changes: [String]) -> String {
        let statement = version.statement
        let effective =
            [statement.effective.standard?.description ?? "unknown"]
            + statement.effective.audiences.map { "\($0.name) \($0.date?.description ?? "unknown")" }
        let paragraphs = [
            [line("\(version.title) \(version.label)" + (isRecordedAgain ? ", recorded again" : ""))],
            statement.reason.map { [line($0)] } ?? [],
            changes.map(line),
            [
                "Policy: \(line(version.policy.text))", "Version: \(line(version.label))",
                "Published: \(statement.published?.description ?? "unknown")",
                "Effective: \(line(effective.joined(separator: ", ")))",
            ],
        ]
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Returns the text as one line without control characters.
    static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            line.append(isControl ? " " : scalar)
        }
        return String(line)
    }

    /// Returns the moment as git can store it: git has no dates before 1970, so these become its first moment.
    static func gitTime(_ time: Instant) -> Instant {
        Instant(secondsSinceEpoch: max(0, time.secondsSinceEpoch))
    }
}
