import PolicyIndex
import PolicyModel
import Synchronization

// What texts say of themselves is read from the index for a whole policy at once, and put there when all is answered.

extension GitPolicySource {
    /// Takes what the texts of the histories given out say of themselves from the index, as far as it is there.
    func recall() {
        guard let index else { return }
        // One thread recalls; others that want a statement meanwhile wait for it.
        recalling.withLock { _ in recall(from: index) }
    }

    private func recall(from index: PolicyIndex) {
        let histories = memory.withLock { memory in
            defer { memory.recalled = memory.given.count }
            return memory.given[memory.recalled...]
        }
        if histories.isEmpty { return }
        let blocks = histories.flatMap { StatementBlock.blocks(of: $0) }
        var found: [(text: ObjectID, stated: Stated)] = []
        var alone: [ObjectID] = []
        for (block, bytes) in zip(blocks, index.kept(blocks.map { $0.key(layout) })) {
            if let statements = bytes.flatMap({ StatementBlock.statements(packed: $0) }) {
                found += statements
            } else {
                alone += block.texts
            }
        }
        // What was read while names were given stands by itself until a block takes it up.
        var unkept: Set<ObjectID> = []
        for (text, bytes) in zip(alone, index.kept(alone.map { VersionStatement.key(of: $0, layout: layout) })) {
            guard let bytes else { continue }
            found.append((text, .packed(bytes[...])))
            unkept.insert(text)
        }
        memory.withLock { memory in
            for (text, stated) in found where memory.statements[text] == nil { memory.statements[text] = stated }
            memory.unkept.formUnion(unkept)
        }
    }

    /// Gives the index what texts say of themselves and it did not know.
    func keepStatements() {
        guard let index else { return }
        let (histories, statements, unkept) = memory.withLock { memory in
            defer { memory.unkept = [] }
            return (memory.given, memory.statements, memory.unkept)
        }
        if unkept.isEmpty { return }
        var rest = unkept
        for block in histories.flatMap({ StatementBlock.blocks(of: $0) })
        where block.texts.contains(where: unkept.contains) {
            index.keep(block.packed(statements), as: block.key(layout))
            rest.subtract(block.texts)
        }
        for text in rest.sorted() {
            guard let statement = statements[text]?.statement else { continue }
            index.keep(statement.packed, as: VersionStatement.key(of: text, layout: layout))
        }
    }
}
