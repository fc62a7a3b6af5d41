/** Terraform that pull requests of these tests go from and to. */

export const SAFE_QUEUE = `resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = true
}
`;

/** Blocks: SSH is open to everybody. */
export const OPEN_SSH = `${SAFE_QUEUE}
resource "aws_security_group" "web" {
  name = "web"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
