package import PolicyQueries

/// The JSON of an answer around the list of its policies, where that is printed policy by policy.
package struct JSONFrame {
    /// What stands before the first policy.
    package let head: String
    /// What stands between two policies.
    package let separator = ",\n    "
    /// What stands behind the last policy.
    package let tail: String
    /// The whole, where there is no policy.
    package let empty: String

    /// How far from the left the policies stand.
    private static let indentation = 4

    /// Makes the frame of the object that `since` prints.
    ///
    /// - Parameter answer: the answer without its policies.
    package init(since answer: SinceAnswer) { self.init(JSONForm.since(answer)) }

    /// Makes the frame of the object that `log` prints.
    ///
    /// - Parameter log: the log without its policies.
    package init(log: VersionLog) { self.init(JSONForm.log(log)) }

    /// Makes the frame of the object that `search` prints.
    package init(search answer: SearchAnswer) { self.init(JSONForm.search(answer)) }

    private init(_ answer: JSON) {
        empty = answer.text
        // No text has a newline in it, so this stands only where the member of the object itself does.
        let parts = empty.split(separator: "\n  \"policies\": []", maxSplits: 1).map(String.init)
        head = (parts.first ?? "") + "\n  \"policies\": [\n    "
        tail = "\n  ]" + (parts.count > 1 ? parts[1] : "")
    }

    /// Prints the news of a policy for its place among others.
    package static func print(_ news: PolicyNews) -> [UInt8] { print(JSONForm.news(news)) }

    /// Prints the versions of a policy for their place among those of others.
    package static func print(_ entry: VersionLog.Entry) -> [UInt8] { print(JSONForm.entry(entry)) }

    /// Prints where a phrase was found in a policy, for its place among others.
    package static func print(_ entry: SearchAnswer.Entry) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(entry, indentation: indentation)
        return writer.output
    }

    private static func print(_ value: JSON) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value, indentation: indentation)
        return writer.output
    }
}
