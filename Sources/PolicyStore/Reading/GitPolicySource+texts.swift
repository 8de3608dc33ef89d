package import PolicyModel
import PolicyParsing

// The texts and rules of records: read and parsed when asked for.

extension GitPolicySource {
    package func content(of record: PolicyRecord) throws -> PolicyContent {
        var unshared = SharedTexts.none
        return try content(of: record, sharing: &unshared)
    }

    package func contentReader() -> any ContentReader { SharingReader(source: self) }

    /// Reads records with the texts in mind that it has read before: those of a policy are mostly those of its last version.
    private final class SharingReader: ContentReader {
        private let source: GitPolicySource
        private var shared = SharedTexts()

        init(source: GitPolicySource) { self.source = source }

        func content(of record: PolicyRecord) throws -> PolicyContent {
            try source.content(of: record, sharing: &shared)
        }
    }

    private func content(of record: PolicyRecord, sharing shared: inout SharedTexts) throws -> PolicyContent {
        guard let text = record.text else { return PolicyContent(document: .empty) }
        return ContentBytes(
            text: try bytes(of: text), textPath: record.path, rules: try record.rules.map(bytes),
            rulesPath: GitPath(record.path).folder.appending(PolicyFiles.rulesName).text, layout: layout
        ).parsed(sharing: &shared)
    }

    package func text(of record: PolicyRecord) throws -> [UInt8]? {
        guard let text = record.text else { return nil }
        switch try bytes(of: text) {
        case .content(let bytes): return bytes
        case .tooLarge(let size): throw StoreError.textTooLarge(record.path, size: size)
        }
    }

    /// Returns the bytes of a content, or its size where it is over the limit.
    func bytes(of id: ObjectID) throws -> GitBlob {
        try StoreError.translating("read a content") { try repository.content(of: id, limit: Self.blobLimit) }
    }
}
