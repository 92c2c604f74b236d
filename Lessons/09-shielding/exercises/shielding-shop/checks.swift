import ConcurrencyKit
import LessonChecks

@main struct Checks: ExerciseChecks {
    static let checks = [
        Check("receipts", "Customers buy at the same time, and each gets the receipt of its own order.") { check in
            let bank = FakeServer(delays: ["bread": .seconds(3), "milk": .seconds(2)], failing: ["salt"])
            let shop = Shop(pay: bank.fetch)
            let bread = createTask { try await shop.buy("bread") }
            let milk = createTask { try await shop.buy("milk") }
            let salt = createTask { try await shop.buy("salt") }
            let error = await check.expectThrows(
                FakeServer.Failed.self,
                "The payment for salt fails, and its customer has to know."
            ) { _ = try await salt.value }
            check.expect(error?.name ?? "salt", equals: "salt", "The customer who buys salt gets another one's error.")
            check.expect(try await milk.value, equals: "MILK", "Milk is paid after 2 s.")
            check.expect(try await bread.value, equals: "BREAD", "Bread is paid after 3 s.")
            check.expectElapsed(.seconds(3), "The payments take 3 s, 2 s and 1 s, and nobody waits for another one's.")
        },
        Check(
            "leaving",
            "A customer who is cancelled stops at once, and the payment goes on.",
            after: ["receipts"]
        ) { check in
            let bank = FakeServer(delay: .seconds(3))
            let shop = Shop(pay: bank.fetch)
            let customer = createTask(name: "customer") { try await shop.buy("bread") }
            try await sleep(for: .seconds(1))
            customer.cancel()
            _ = try await wait(for: [customer])
            check.expect(customer.cancelled, "The customer was cancelled, and did not end cancelled.")
            check.expectElapsed(
                .seconds(1),
                "The customer is cancelled after 1 s, and waits no longer.",
                misconception: check.elapsed == .seconds(3) ? "shield-protects-the-awaiter" : nil
            )
            try await sleep(for: .seconds(5))
            check.expect(
                bank.answered,
                equals: ["bread"],
                "The customer has left, and the payment for bread is not finished.",
                misconception: bank.cancelled == ["bread"] ? "cancel-stops-at-the-waiter" : nil
            )
        },
        Check(
            "closing",
            "close waits for all payments, and gives all receipts in the order in which they were bought.",
            after: ["leaving"]
        ) { check in
            let bank = FakeServer(
                delays: ["bread": .seconds(8), "milk": .milliseconds(500), "tea": .seconds(4)],
                failing: ["salt"]
            )
            let shop = Shop(pay: bank.fetch)
            var customers: [LoopTask<String>] = []
            for order in ["bread", "milk", "salt", "tea", "milk"] {
                customers.append(createTask(name: "buys \(order)") { try await shop.buy(order) })
                try await sleep(for: .seconds(1))
            }
            customers[0].cancel()
            do {
                let receipts = try await shop.close()
                check.expectElapsed(.seconds(8), "It closes at 5 s, and the last payment, for bread, ends at 8 s.")
                let belief: String? =
                    switch receipts {
                    case ["MILK", "MILK", "TEA", "BREAD"]: "results-in-finish-order"
                    case ["MILK", "TEA", "MILK"]: "task-goes-on-after-cancel"
                    default: nil
                    }
                check.expect(
                    receipts,
                    equals: ["BREAD", "MILK", "TEA", "MILK"],
                    "Bread, milk, salt, tea and milk are bought. The customer of bread has left, and salt cannot be paid.",
                    misconception: check.elapsed == .seconds(8) ? belief : nil
                )
            } catch let error as FakeServer.Failed {
                check.fail(
                    "close threw an error: \(error). The receipts of the others are lost.",
                    misconception: "error-spoils-all"
                )
            }
            // What still runs, or failed, is told by the lines above.
            try await sleep(for: .seconds(10))
            for customer in customers { _ = try? customer.exception() }
        },
        Check(
            "refusing",
            "From the call of close on, buy throws ShopIsClosed, and nothing is paid.",
            after: ["closing"]
        ) { check in
            let bank = FakeServer(delay: .seconds(3))
            let shop = Shop(pay: bank.fetch)
            let customer = createTask(name: "buys bread") { try await shop.buy("bread") }
            try await sleep(for: .seconds(1))
            let closing = createTask(name: "closing") { try await shop.close() }
            try await sleep(for: .seconds(1))
            let milk: Result<String, any Error>
            do { milk = .success(try await shop.buy("milk")) } catch { milk = .failure(error) }
            let late = bank.asked.contains("milk")
            let receipts = try await closing.value
            check.expectElapsed(
                .seconds(3),
                "The payment for bread ends at 3 s, and there is nothing else to wait for."
            )
            _ = try await customer.value
            _ = try? await shop.buy("tea")
            check.expect(
                bank.asked,
                equals: ["bread"],
                "The shop begins to close at 1 s. Milk is asked for at 2 s, and tea when it has closed.",
                misconception: late && !bank.asked.contains("tea") ? "nothing-changes-meanwhile" : nil
            )
            guard !late, check.expect(receipts, equals: ["BREAD"], "Only bread was paid.") else { return }
            await check.expectThrows(ShopIsClosed.self, "The shop begins to close at 1 s. Milk is asked for at 2 s.") {
                _ = try milk.get()
            }
            await check.expectThrows(ShopIsClosed.self, "The shop has closed.") { _ = try await shop.buy("salt") }
        },
        Check(
            "rush",
            "Whoever buys in the moment of closing is either refused, or paid and among the receipts.",
            after: ["refusing"]
        ) { check in
            let bank = FakeServer(delay: .seconds(3))
            let shop = Shop(pay: bank.fetch)
            let customers = ["bread", "milk"].map { order in
                createTask(name: "buys \(order)") { try await shop.buy(order) }
            }
            let closing = createTask(name: "closing") { try await shop.close() }
            let receipts = try await closing.value
            var served: [String] = []
            for customer in customers {
                do { served.append(try await customer.value) } catch is ShopIsClosed {}
            }
            check.expect(
                receipts.sorted(),
                equals: served,
                "Two customers and close come in the same moment. These customers were not refused."
            )
        },
        Check(
            "impatient",
            "When close is cancelled, it ends cancelled, the payments go on, and the shop stays closed.",
            after: ["rush"],
            cancelling: .everySuspensionPoint,
            misconceptions: [.cancellation: "catch-lets-cancellation-pass"]
        ) { check in
            let bank = FakeServer(delays: ["bread": .seconds(4), "milk": .seconds(6)])
            let shop = Shop(pay: bank.fetch)
            let customers = ["bread", "milk"].map { order in
                createTask(name: "buys \(order)") { try await shop.buy(order) }
            }
            try await sleep(for: .seconds(1))
            _ = await check.attempt { try await shop.close() }
            _ = try await wait(for: customers)
            check.expect(
                bank.cancelled,
                equals: [],
                "Nobody wanted to stop a payment.",
                misconception: "cancel-does-not-reach-children"
            )
            await check.expectThrows(ShopIsClosed.self, "close was called. Tea is asked for after that.") {
                _ = try await shop.buy("tea")
            }
        },
    ]
}
