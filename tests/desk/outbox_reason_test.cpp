#include <desk/outbox_reason.h>

#include <gtest/gtest.h>

namespace {

TEST(OutboxReason, SaysACodeInWordsAndASentenceAsItIs)
{
    EXPECT_EQ(desk::outboxReason("network").id, "There was no line to the back office.");
    EXPECT_EQ(desk::outboxReason("not-our-server").id,
              "Somebody else answered in the place of the back office.");
    EXPECT_EQ(desk::outboxReason("This mark is unknown here.").id, "This mark is unknown here.");
}

}  // namespace
