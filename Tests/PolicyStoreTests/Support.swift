import PolicyModel
import PolicyTestSupport

@testable import PolicyStore

extension TestRepository {
    /// The policies of the repository as it is now.
    func source(root: String? = nil, layout: Layout? = nil) throws -> GitPolicySource {
        try GitPolicySource(repository: openRepository(.at(path)), root: root, layout: layout)
    }
}

extension GitPolicySource {
    /// The ids of all policies.
    var ids: [String] { get throws { try histories().map(\.id.text) } }

    /// Returns the commits of a policy's records, oldest first; those that end it as nil.
    func commits(of id: PolicyID) throws -> [ObjectID?] {
        try history(of: id)?.records.map { $0.isDeletion ? nil : $0.commit } ?? []
    }

    /// The ids of the findings after everything was read.
    var noticed: [String] {
        get throws {
            _ = try histories()
            return findings.map(\.id)
        }
    }
}

/// A text of a number of lines that no other seed shares.
func text(_ seed: String, lines: Int = 10, changed: Int = 0) -> String {
    (0..<lines).map { "\($0 < changed ? "Changed" : "Line") \($0) of \(seed)\n\n" }.joined()
}

/// Returns the error of the store that `body` throws.
func storeError(_ body: () throws -> some Any) throws -> StoreError {
    do {
        _ = try body()
    } catch let error as StoreError {
        return error
    }
    throw TestFailure("nothing was thrown")
}
