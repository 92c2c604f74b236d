import ConcurrencyKit

// slice: main
final class Kitchen {
    var tasks: [String: LoopTask<Void>] = [:]

    func cook(_ dish: String, after other: String) {
        tasks[dish] = createTask(name: dish) {
            try await self.tasks[other]?.value
            print("\(dish) is ready")
        }
    }
}

do {
    try run {
        let kitchen = Kitchen()
        kitchen.cook("soup", after: "salad")
        kitchen.cook("salad", after: "bread")
        kitchen.cook("bread", after: "soup")
        kitchen.cook("dessert", after: "soup")
        try await kitchen.tasks["dessert"]?.value
        print("dinner is ready")
    }
} catch let deadlock as Deadlock {
    print("deadlock: \(deadlock.cycle.joined(separator: " -> "))")
}
// end
