import PolicyModel

extension Chronicle {
    /// Works out what questions about any policy need, so that the cache holds it: dates, outlines, what each version changed.
    ///
    /// - Throws: What the source throws. Cost: that of `log` with all changes; nothing is held on to.
    package func workOutAll() throws {
        _ = try concurrentMap(try source.histories()) { history in
            guard let timeline = try self.timeline(of: history) else { return }
            var previous: Timeline.Position?
            for position in try timeline.positions(all: false, .recorded) {
                _ = try timeline.version(position, at: present)
                if let previous, !timeline.points[previous.point].isEnd, !timeline.points[position.point].isEnd {
                    _ = try timeline.texts.comparison(
                        from: timeline.records[previous.entry], to: timeline.records[position.entry])
                }
                previous = position
            }
            _ = try timeline.name(heading: true)
        }
    }
}
