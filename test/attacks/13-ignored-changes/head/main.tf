resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = true

  lifecycle {
    ignore_changes = [sqs_managed_sse_enabled]
  }
}
